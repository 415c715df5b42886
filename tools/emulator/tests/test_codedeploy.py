"""Deployment groups through their life."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from .conftest import ACCOUNT

pytestmark = pytest.mark.patch("codedeploy")

ALARMS = {"enabled": True, "alarms": [{"name": "errors"}], "ignorePollAlarmFailure": False}


def create_group(aws: Any) -> Any:
    client = aws("codedeploy")
    client.create_application(applicationName="platform", computePlatform="ECS")
    client.create_deployment_group(
        applicationName="platform",
        deploymentGroupName="blue-green",
        serviceRoleArn=f"arn:aws:iam::{ACCOUNT}:role/deploy",
        deploymentConfigName="CodeDeployDefault.ECSAllAtOnce",
        alarmConfiguration=ALARMS,
    )
    return client


def described(client: Any, name: str = "blue-green") -> dict[str, Any]:
    return client.get_deployment_group(applicationName="platform", deploymentGroupName=name)["deploymentGroupInfo"]


def test_alarms_are_read_back(aws: Any) -> None:
    assert described(create_group(aws))["alarmConfiguration"] == ALARMS


def test_a_group_is_updated_and_renamed(aws: Any) -> None:
    client = create_group(aws)
    client.update_deployment_group(
        applicationName="platform",
        currentDeploymentGroupName="blue-green",
        newDeploymentGroupName="canary",
        deploymentConfigName="CodeDeployDefault.ECSCanary10Percent5Minutes",
    )
    found = described(client, "canary")
    assert found["deploymentConfigName"] == "CodeDeployDefault.ECSCanary10Percent5Minutes"
    assert found["alarmConfiguration"] == ALARMS


def test_a_group_and_its_application_are_deleted(aws: Any) -> None:
    client = create_group(aws)
    client.delete_deployment_group(applicationName="platform", deploymentGroupName="blue-green")
    with pytest.raises(ClientError) as refused:
        described(client)
    assert refused.value.response["Error"]["Code"] == "DeploymentGroupDoesNotExistException"
    client.delete_application(applicationName="platform")
    assert client.list_applications()["applications"] == []


def test_times_are_numbers(aws: Any, emulator: Any) -> None:
    create_group(aws)
    asked = {"applicationName": "platform"}
    application = emulator.wire("codedeploy", "POST", "/", "CodeDeploy_20141006.GetApplication", asked)["application"]
    assert isinstance(application["createTime"], (int, float))
