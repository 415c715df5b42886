"""Models that answer: a folder stands for one, and what does not exist or does not run says so."""

from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from .test_sagemaker import create_configs

pytestmark = pytest.mark.patch("sagemakerruntime")

CODE = """
import os

def predict(body, content_type):
    if body == b"broken":
        raise ValueError("no row")
    return f"{content_type}:{sum(map(float, body.split(b',')))}:{os.environ['AWS_REGION']}", "text/csv"
"""


@pytest.fixture
def model(aws: Any, emulator: Any, tmp_path: Path) -> Any:
    (tmp_path / "predictions.py").write_text(CODE)
    create_configs(aws, "one").create_endpoint(EndpointName="churn-dev", EndpointConfigName="one")
    registration = {"endpoint": "churn", "directory": str(tmp_path), "handler": "predictions.predict"}
    emulator.call("PUT", "/mlinfra-emulator/models", registration)
    yield aws("sagemaker-runtime")
    emulator.call("DELETE", "/mlinfra-emulator/models")


def test_the_folder_answers(model: Any) -> None:
    answer = model.invoke_endpoint(EndpointName="churn-dev", ContentType="text/csv", Body=b"1,2,3.5")
    assert answer["Body"].read() == b"text/csv:6.5:eu-central-1"
    assert (answer["ContentType"], answer["InvokedProductionVariant"]) == ("text/csv", "all")


def test_a_model_that_fails_is_a_model_error(model: Any) -> None:
    with pytest.raises(ClientError) as failed:
        model.invoke_endpoint(EndpointName="churn-dev", Body=b"broken")
    assert failed.value.response["Error"]["Code"] == "ModelError"
    assert failed.value.response["OriginalStatusCode"] == 500
    assert failed.value.response["OriginalMessage"] == "ValueError: no row"


def test_an_endpoint_that_does_not_exist_is_refused(model: Any) -> None:
    with pytest.raises(ClientError) as refused:
        model.invoke_endpoint(EndpointName="nobody", Body=b"1")
    assert refused.value.response["Error"]["Code"] == "ValidationError"


def test_a_model_without_a_folder_does_not_pretend(model: Any, emulator: Any) -> None:
    emulator.call("DELETE", "/mlinfra-emulator/models")
    with pytest.raises(ClientError, match="PUT /mlinfra-emulator/models"):
        model.invoke_endpoint(EndpointName="churn-dev", Body=b"1")
