"""Provisioned concurrency, kept per account and region and gone with its function."""

from typing import Any

import pytest

from .lambda_functions import create_function

pytestmark = pytest.mark.patch("lambda_provisioned_concurrency")

NOT_FOUND = "ProvisionedConcurrencyConfigNotFoundException"


def provision(aws: Any, count: int = 2) -> Any:
    create_function(aws)
    client = aws("lambda")
    version = client.publish_version(FunctionName="audio")["Version"]
    client.create_alias(FunctionName="audio", Name="live", FunctionVersion=version)
    client.put_provisioned_concurrency_config(
        FunctionName="audio", Qualifier="live", ProvisionedConcurrentExecutions=count
    )
    return client


def test_it_is_read_back_ready(aws: Any) -> None:
    client = provision(aws, 3)
    found = client.get_provisioned_concurrency_config(FunctionName="audio", Qualifier="live")
    assert (found["Status"], found["AllocatedProvisionedConcurrentExecutions"]) == ("READY", 3)


def test_it_is_listed_by_function(aws: Any) -> None:
    client = provision(aws)
    (found,) = client.list_provisioned_concurrency_configs(FunctionName="audio")["ProvisionedConcurrencyConfigs"]
    assert found["FunctionArn"].endswith(":function:audio:live")


def test_it_is_deleted(aws: Any) -> None:
    client = provision(aws)
    client.delete_provisioned_concurrency_config(FunctionName="audio", Qualifier="live")
    with pytest.raises(client.exceptions.ProvisionedConcurrencyConfigNotFoundException):
        client.get_provisioned_concurrency_config(FunctionName="audio", Qualifier="live")


def test_the_unpublished_version_cannot_have_it(aws: Any) -> None:
    create_function(aws)
    client = aws("lambda")
    with pytest.raises(client.exceptions.InvalidParameterValueException):
        client.put_provisioned_concurrency_config(
            FunctionName="audio", Qualifier="$LATEST", ProvisionedConcurrentExecutions=1
        )


@pytest.mark.parametrize("ended_by", ["deleting the function", "a reset"])
def test_it_ends(aws: Any, emulator: Any, ended_by: str) -> None:
    client = provision(aws)
    if ended_by == "a reset":
        emulator.call("POST", "/moto-api/reset")
    else:
        client.delete_function(FunctionName="audio")
    create_function(aws)
    assert client.list_provisioned_concurrency_configs(FunctionName="audio")["ProvisionedConcurrencyConfigs"] == []
