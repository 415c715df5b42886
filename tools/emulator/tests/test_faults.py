"""Faults reach the caller as the errors AWS answers with, for exactly the calls they name."""

import json
import urllib.error
from typing import Any

import pytest
from botocore.exceptions import ClientError

from .conftest import ACCOUNT

OTHER = "222222222222"


def add(emulator: Any, **fault: Any) -> None:
    emulator.call("POST", "/mlinfra-emulator/faults", fault)


def refused(call: Any, **arguments: Any) -> dict[str, Any]:
    with pytest.raises(ClientError) as error:
        call(**arguments)
    return error.value.response


CALLS = [
    # One per wire protocol: JSON, REST-JSON, query, EC2, S3, REST-XML and CBOR.
    ("budgets", "describe_budgets", {"AccountId": ACCOUNT}),
    ("lambda", "list_functions", {}),
    ("apigateway", "get_rest_apis", {}),
    ("apigatewayv2", "get_apis", {}),
    ("sts", "get_caller_identity", {}),
    ("ec2", "describe_vpcs", {}),
    ("s3", "list_buckets", {}),
    ("cloudfront", "list_distributions", {}),
    ("cloudwatch", "describe_alarms", {}),
    ("resourcegroupstaggingapi", "get_resources", {}),
    ("stepfunctions", "list_state_machines", {}),
]


@pytest.mark.parametrize(("service", "method", "arguments"), CALLS)
@pytest.mark.parametrize("code", ["ThrottlingException", "AccessDeniedException", "ExpiredTokenException"])
def test_each_protocol_carries_the_code(
    emulator: Any, aws: Any, service: str, method: str, arguments: Any, code: str
) -> None:
    add(emulator, service=service, error=code)
    client = aws(service)
    answer = refused(getattr(client, method), **arguments)
    assert answer["Error"]["Code"] == code
    assert answer["Error"]["Message"]
    emulator.call("DELETE", "/mlinfra-emulator/faults")
    getattr(client, method)(**arguments)


def test_a_modeled_error_is_raised_by_its_class(emulator: Any, aws: Any) -> None:
    add(emulator, service="lambda", operation="ListFunctions", error="TooManyRequestsException")
    client = aws("lambda")
    with pytest.raises(client.exceptions.TooManyRequestsException):
        client.list_functions()


@pytest.mark.parametrize(
    ("service", "method", "error", "status"),
    [
        ("lambda", "list_functions", "TooManyRequestsException", 429),
        ("lambda", "list_functions", "AccessDeniedException", 403),
        ("ecs", "list_clusters", "ThrottlingException", 400),
        ("ecs", "list_clusters", "AccessDeniedException", 400),
    ],
)
def test_the_status_is_that_of_the_protocol(
    emulator: Any, aws: Any, service: str, method: str, error: str, status: int
) -> None:
    add(emulator, service=service, error=error)
    assert refused(getattr(aws(service), method))["ResponseMetadata"]["HTTPStatusCode"] == status


def test_a_status_and_a_message_can_be_given(emulator: Any, aws: Any) -> None:
    add(emulator, service="ecs", error="ServerException", status=503, message="Try again <later> & elsewhere")
    answer = refused(aws("ecs").list_clusters)
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 503
    assert answer["Error"]["Message"] == "Try again <later> & elsewhere"


def test_a_fault_names_an_operation(emulator: Any, aws: Any) -> None:
    add(emulator, service="ecs", operation="ListServices", error="ThrottlingException")
    ecs = aws("ecs")
    assert ecs.list_clusters()["clusterArns"] == []
    assert refused(ecs.list_services)["Error"]["Code"] == "ThrottlingException"


def test_a_fault_names_an_account(emulator: Any, aws: Any) -> None:
    add(emulator, service="ecs", account=OTHER, error="ExpiredTokenException")
    assert aws("ecs").list_clusters()["clusterArns"] == []
    assert refused(emulator.client_in(OTHER, "ecs").list_clusters)["Error"]["Code"] == "ExpiredTokenException"


def test_a_fault_names_a_region(emulator: Any) -> None:
    add(emulator, service="ecs", region="us-east-1", error="ThrottlingException")
    assert emulator.client("ecs").list_clusters()["clusterArns"] == []
    assert refused(emulator.client("ecs", "us-east-1").list_clusters)["Error"]["Code"] == "ThrottlingException"


def test_assuming_a_role_fails_by_the_account_of_the_role(emulator: Any, aws: Any) -> None:
    add(emulator, service="sts", operation="AssumeRole", account=OTHER, error="AccessDenied")
    emulator.client_in("333333333333", "ecs")
    answer = refused(emulator.client_in, account=OTHER, service="ecs")
    assert answer["Error"]["Code"] == "AccessDenied"


def test_a_fault_is_over_after_its_times(emulator: Any, aws: Any) -> None:
    add(emulator, service="lambda", error="ThrottlingException", times=2)
    client = aws("lambda")
    for _ in range(2):
        refused(client.list_functions)
    assert client.list_functions()["Functions"] == []
    (fault,) = emulator.call("GET", "/mlinfra-emulator/faults")["faults"]
    assert (fault["answered"], fault["times"]) == (2, 2)


def test_the_signing_name_of_a_service_will_do(emulator: Any, aws: Any) -> None:
    add(emulator, service="tagging", error="ThrottlingException")
    assert refused(aws("resourcegroupstaggingapi").get_resources)["Error"]["Code"] == "ThrottlingException"


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        ({"service": "lambda"}, "error"),
        ({"error": "ThrottlingException"}, "service"),
        ({"service": "lambda", "error": "E", "acount": OTHER}, "acount"),
        ({"service": "lambda", "error": "E", "times": 0}, "times"),
        ({"service": "lambda", "error": "E", "status": 200}, "status"),
        ({"service": "lambda", "error": "E", "account": 222222222222}, "account"),
        (["lambda"], "object"),
    ],
)
def test_a_fault_that_cannot_be_is_refused(emulator: Any, fault: Any, named: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as error:
        emulator.call("POST", "/mlinfra-emulator/faults", fault)
    assert error.value.code == 400
    assert named in json.loads(error.value.read())["error"]
    assert emulator.call("GET", "/mlinfra-emulator/faults")["faults"] == []
