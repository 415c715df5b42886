"""Scaling policies read back as AWS makes them."""

from typing import Any

import pytest

pytestmark = pytest.mark.patch("autoscaling")


@pytest.fixture
def policy(aws: Any) -> dict[str, Any]:
    client = aws("autoscaling")
    client.create_launch_configuration(LaunchConfigurationName="worker", ImageId="ami-1", InstanceType="t3.micro")
    client.create_auto_scaling_group(
        AutoScalingGroupName="workers",
        LaunchConfigurationName="worker",
        MinSize=0,
        MaxSize=2,
        AvailabilityZones=["eu-central-1a"],
    )
    client.put_scaling_policy(
        AutoScalingGroupName="workers",
        PolicyName="cpu",
        PolicyType="TargetTrackingScaling",
        TargetTrackingConfiguration={
            "PredefinedMetricSpecification": {"PredefinedMetricType": "ASGAverageCPUUtilization"},
            "TargetValue": 70.0,
        },
    )
    return client.describe_policies(AutoScalingGroupName="workers")["ScalingPolicies"][0]


def test_a_policy_is_enabled(policy: dict[str, Any]) -> None:
    assert policy["Enabled"] is True


def test_a_target_tracking_policy_is_not_predictive(policy: dict[str, Any]) -> None:
    assert "PredictiveScalingConfiguration" not in policy
