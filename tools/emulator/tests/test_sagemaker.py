"""Endpoints rolled forward to a new configuration, and nothing read back that was not written."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from .conftest import ACCOUNT

pytestmark = pytest.mark.patch("sagemaker")


def create_configs(aws: Any, *names: str) -> Any:
    client = aws("sagemaker")
    client.create_model(
        ModelName="churn",
        ExecutionRoleArn=f"arn:aws:iam::{ACCOUNT}:role/churn",
        PrimaryContainer={"Image": "image", "ModelDataUrl": "s3://models/churn.tar.gz"},
    )
    for index, name in enumerate(names):
        serverless = {"MemorySizeInMB": 2048, "MaxConcurrency": 5 + index}
        variant = {"VariantName": "all", "ModelName": "churn", "ServerlessConfig": serverless}
        client.create_endpoint_config(EndpointConfigName=name, ProductionVariants=[variant])
    return client


def test_an_endpoint_moves_to_another_configuration(aws: Any) -> None:
    client = create_configs(aws, "one", "two")
    client.create_endpoint(EndpointName="churn", EndpointConfigName="one")
    client.update_endpoint(EndpointName="churn", EndpointConfigName="two")
    found = client.describe_endpoint(EndpointName="churn")
    assert (found["EndpointConfigName"], found["EndpointStatus"]) == ("two", "InService")
    assert found["ProductionVariants"][0]["CurrentServerlessConfig"]["MaxConcurrency"] == 6


@pytest.mark.parametrize(("endpoint", "config"), [("nobody", "one"), ("churn", "nobody")])
def test_what_does_not_exist_is_refused(aws: Any, endpoint: str, config: str) -> None:
    client = create_configs(aws, "one")
    client.create_endpoint(EndpointName="churn", EndpointConfigName="one")
    with pytest.raises(ClientError) as refused:
        client.update_endpoint(EndpointName=endpoint, EndpointConfigName=config)
    assert refused.value.response["Error"]["Code"] == "ValidationException"


def test_a_model_outside_a_vpc_has_no_vpc_config(aws: Any) -> None:
    assert "VpcConfig" not in create_configs(aws).describe_model(ModelName="churn")


def test_a_configuration_without_capture_has_no_capture_config(aws: Any) -> None:
    client = create_configs(aws, "one")
    assert "DataCaptureConfig" not in client.describe_endpoint_config(EndpointConfigName="one")


def test_an_endpoint_configuration_does_not_break_the_tagging_api(aws: Any) -> None:
    create_configs(aws, "one")
    found = aws("resourcegroupstaggingapi").get_resources(
        TagFilters=[{"Key": "mlinfra:team"}], ResourceTypeFilters=["sagemaker:endpoint-config"]
    )
    assert found["ResourceTagMappingList"] == []
