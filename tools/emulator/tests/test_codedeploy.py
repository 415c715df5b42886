"""Deployment groups through their life."""

import http.client
import json
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
    """Read off the wire: boto3 takes text for a time where the SDKs of typed languages refuse it."""
    create_group(aws)
    connection = http.client.HTTPConnection(emulator.endpoint.removeprefix("http://"), timeout=10)
    headers = {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": "CodeDeploy_20141006.GetApplication",
        "Authorization": "AWS4-HMAC-SHA256 Credential=x/20260101/eu-central-1/codedeploy/aws4_request, SignedHeaders=h",
    }
    connection.request("POST", "/", json.dumps({"applicationName": "platform"}), headers)
    application = json.loads(connection.getresponse().read())["application"]
    assert isinstance(application["createTime"], (int, float))
