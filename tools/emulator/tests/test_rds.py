"""Databases: Performance Insights, and parameters with their source."""

from typing import Any

import pytest

pytestmark = pytest.mark.patch("rds")


def test_performance_insights_are_kept_and_switched(aws: Any) -> None:
    rds = aws("rds")
    rds.create_db_instance(
        DBInstanceIdentifier="features",
        DBInstanceClass="db.t4g.micro",
        Engine="postgres",
        MasterUsername="features",
        MasterUserPassword="not-a-secret-1",
        AllocatedStorage=20,
        EnablePerformanceInsights=True,
    )

    def enabled() -> bool:
        return rds.describe_db_instances()["DBInstances"][0]["PerformanceInsightsEnabled"]

    assert enabled() is True
    rds.modify_db_instance(DBInstanceIdentifier="features", EnablePerformanceInsights=False)
    assert enabled() is False


def test_parameters_say_who_set_them(aws: Any) -> None:
    rds = aws("rds")
    rds.create_db_parameter_group(
        DBParameterGroupName="features", DBParameterGroupFamily="postgres16", Description="features"
    )
    parameter = {"ParameterName": "rds.force_ssl", "ParameterValue": "1", "ApplyMethod": "immediate"}
    rds.modify_db_parameter_group(DBParameterGroupName="features", Parameters=[parameter])
    (found,) = rds.describe_db_parameters(DBParameterGroupName="features", Source="user")["Parameters"]
    assert (found["ParameterName"], found["ParameterValue"], found["Source"]) == ("rds.force_ssl", "1", "user")
    assert rds.describe_db_parameters(DBParameterGroupName="features", Source="engine-default")["Parameters"] == []


def test_monitoring_is_kept_and_changed(aws: Any) -> None:
    rds = aws("rds")
    role = "arn:aws:iam::123456789012:role/monitoring"
    rds.create_db_instance(
        DBInstanceIdentifier="features",
        DBInstanceClass="db.t4g.micro",
        Engine="postgres",
        MasterUsername="features",
        MasterUserPassword="not-a-secret-1",
        AllocatedStorage=20,
        MonitoringInterval=60,
        MonitoringRoleArn=role,
    )
    (made,) = rds.describe_db_instances()["DBInstances"]
    assert (made["MonitoringInterval"], made["MonitoringRoleArn"]) == (60, role)
    rds.modify_db_instance(DBInstanceIdentifier="features", MonitoringInterval=15)
    assert rds.describe_db_instances()["DBInstances"][0]["MonitoringInterval"] == 15
