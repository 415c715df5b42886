"""Lambda functions: configuration read back as written, pages, and invocations that are not faked."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import ACCOUNT, REGION
from .lambda_functions import IMAGE, create_function

pytestmark = pytest.mark.patch("awslambda")


def test_a_function_without_image_settings_has_none(aws: Any) -> None:
    create_function(aws)
    assert "ImageConfigResponse" not in aws("lambda").get_function_configuration(FunctionName="audio")


def test_the_logging_config_is_kept(aws: Any) -> None:
    create_function(aws, LoggingConfig={"LogFormat": "JSON", "LogGroup": "/audio"})
    found = aws("lambda").get_function_configuration(FunctionName="audio")
    assert found["LoggingConfig"] == {"LogFormat": "JSON", "LogGroup": "/audio"}


@pytest.mark.parametrize(
    ("update", "field", "expected"),
    [
        ({"EphemeralStorage": {"Size": 2048}}, "EphemeralStorage", {"Size": 2048}),
        ({"TracingConfig": {"Mode": "Active"}}, "TracingConfig", {"Mode": "Active"}),
        ({"ImageConfig": {"Command": ["app.handler"]}}, "ImageConfigResponse", {"Command": ["app.handler"]}),
        ({"LoggingConfig": {"LogFormat": "JSON"}}, "LoggingConfig", {"LogFormat": "JSON"}),
    ],
)
def test_an_update_is_kept(aws: Any, update: dict[str, Any], field: str, expected: dict[str, Any]) -> None:
    create_function(aws)
    client = aws("lambda")
    client.update_function_configuration(FunctionName="audio", **update)
    found = client.get_function_configuration(FunctionName="audio")[field]
    assert expected.items() <= found.get("ImageConfig", found).items()


def test_the_key_of_the_environment_is_kept(aws: Any) -> None:
    key = "arn:aws:kms:eu-central-1:123456789012:key/first"
    assert create_function(aws, KMSKeyArn=key)["KMSKeyArn"] == key
    client = aws("lambda")
    client.update_function_configuration(FunctionName="audio", KMSKeyArn=key.replace("first", "second"))
    assert client.get_function_configuration(FunctionName="audio")["KMSKeyArn"].endswith("second")


def test_settings_of_asynchronous_invocations_are_replaced_and_updated(aws: Any) -> None:
    create_function(aws)
    client = aws("lambda")
    client.put_function_event_invoke_config(FunctionName="audio", MaximumRetryAttempts=2)
    client.put_function_event_invoke_config(
        FunctionName="audio", MaximumRetryAttempts=1, MaximumEventAgeInSeconds=3600
    )
    client.update_function_event_invoke_config(FunctionName="audio", MaximumRetryAttempts=0)
    found = client.get_function_event_invoke_config(FunctionName="audio")
    assert (found["MaximumRetryAttempts"], found["MaximumEventAgeInSeconds"]) == (0, 3600)


def test_functions_come_in_pages(aws: Any) -> None:
    for number in range(5):
        create_function(aws, f"f{number}")
    client = aws("lambda")
    first = client.list_functions(MaxItems=3)
    second = client.list_functions(MaxItems=3, Marker=first["NextMarker"])
    assert (len(first["Functions"]), len(second["Functions"])) == (3, 2)
    names = {each["FunctionName"] for page in (first, second) for each in page["Functions"]}
    assert names == {"f0", "f1", "f2", "f3", "f4"}
    assert "NextMarker" not in second


def test_an_invented_marker_is_refused(aws: Any) -> None:
    client = aws("lambda")
    with pytest.raises(client.exceptions.InvalidParameterValueException):
        client.list_functions(Marker="made-up")


def test_an_invocation_says_that_nothing_ran(aws: Any) -> None:
    create_function(aws)
    answer = aws("lambda").invoke(FunctionName="audio", Payload=b'{"audio": 1}')
    assert answer["FunctionError"] == "Unhandled"
    assert json.load(answer["Payload"])["errorType"] == "FunctionNotRun"


def test_a_queued_answer_needs_a_function(aws: Any, emulator: Any) -> None:
    queued = {"results": ['{"label": "speech"}'], "account_id": ACCOUNT, "region": REGION}
    emulator.call("POST", "/moto-api/static/lambda-simple/response", queued)
    client = aws("lambda")
    with pytest.raises(client.exceptions.ResourceNotFoundException):
        client.invoke(FunctionName="nobody", Payload=b"{}")
    create_function(aws)
    answer = client.invoke(FunctionName="audio", Payload=b"{}")
    assert json.load(answer["Payload"]) == {"label": "speech"}
    assert "FunctionError" not in answer


def test_an_asynchronous_invocation_is_accepted_without_a_payload(aws: Any) -> None:
    create_function(aws)
    answer = aws("lambda").invoke(FunctionName="audio", InvocationType="Event", Payload=b'{"a": 1}')
    assert answer["StatusCode"] == 202
    assert answer["Payload"].read() == b""


def test_a_function_whose_image_has_a_folder_runs(aws: Any, emulator: Any, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("def handler(event, context):\n    return {'twice': event['n'] * 2}\n")
    create_function(aws)
    image = IMAGE.rpartition(":")[0]
    registration = {"image": image, "directory": str(tmp_path), "handler": "app.handler"}
    emulator.call("PUT", "/mlinfra-emulator/functions", registration)
    try:
        good = aws("lambda").invoke(FunctionName="audio", Payload=json.dumps({"n": 21}))
        bad = aws("lambda").invoke(FunctionName="audio", Payload=json.dumps({}))
    finally:
        emulator.call("DELETE", "/mlinfra-emulator/functions")
    assert json.loads(good["Payload"].read()) == {"twice": 42}
    assert bad["FunctionError"] == "Unhandled"
    assert json.loads(bad["Payload"].read()) == {"errorType": "KeyError", "errorMessage": "'n'"}
