"""Emulated storage, and requests in the form API Gateway gives them."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws

from app import aws, handler, model, settings

REGION = "eu-central-1"
ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_DEFAULT_REGION": REGION,
    "AWS_LAMBDA_FUNCTION_NAME": "audio-dev-inference",
    "INPUT_BUCKET": "audio-dev-input",
    "OUTPUT_BUCKET": "audio-dev-output",
    "MODEL_S3_BUCKET": "",
    "MODEL_S3_KEY": "",
    "CORS_ALLOWED_ORIGINS": "https://app.example.com,https://admin.example.com",
}


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Audio in a test's name would be kilobytes of noise in every report."""
    return f"{argname}-of-{len(val)}-bytes" if isinstance(val, bytes) and len(val) > 30 else None


class FakeContext:
    """Lambda's context object."""

    aws_request_id = "11111111-2222-3333-4444-555555555555"

    def __init__(self, remaining_ms: int = 900_000) -> None:
        self.remaining_ms = remaining_ms

    def get_remaining_time_in_millis(self) -> int:
        return self.remaining_ms


def forget_container() -> None:
    for cached in (settings.current, model.current, aws.s3, aws.lambda_):
        cached.cache_clear()


@pytest.fixture(autouse=True)
def container(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A fresh Lambda container for every test."""
    for name in ("AWS_ENDPOINT_URL", "AWS_PROFILE", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    forget_container()
    yield
    forget_container()


@pytest.fixture
def cloud() -> Iterator[list[dict[str, Any]]]:
    """Both buckets and the function; yields the payloads it was asked to run later."""
    with mock_aws(config={"lambda": {"use_docker": False}}):
        s3 = boto3.client("s3", region_name=REGION)
        for bucket in (ENVIRONMENT["INPUT_BUCKET"], ENVIRONMENT["OUTPUT_BUCKET"]):
            s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
        _create_function()
        queued: list[dict[str, Any]] = []

        def remember(params: dict[str, Any], **_: Any) -> None:
            assert params["InvocationType"] == "Event"
            assert params["FunctionName"] == ENVIRONMENT["AWS_LAMBDA_FUNCTION_NAME"]
            queued.append(json.loads(params["Payload"]))

        aws.lambda_().meta.events.register("provide-client-params.lambda.Invoke", remember)
        yield queued


def _create_function() -> None:
    role = boto3.client("iam").create_role(RoleName="inference", AssumeRolePolicyDocument="{}")["Role"]["Arn"]
    boto3.client("lambda", region_name=REGION).create_function(
        FunctionName=ENVIRONMENT["AWS_LAMBDA_FUNCTION_NAME"],
        PackageType="Zip",
        Runtime="python3.12",
        Handler="app.handler.handle",
        Role=role,
        Code={"ZipFile": _empty_zip()},
    )


def _empty_zip() -> bytes:
    return b"PK\x05\x06" + bytes(18)


Call = Callable[..., dict[str, Any]]


def event(
    method: str,
    path: str,
    body: bytes | None = None,
    content_type: str = "",
    origin: str = "",
    query: dict[str, str] | None = None,
    resource: str | None = None,
    parameters: dict[str, str] | None = None,
) -> dict[str, Any]:
    headers = {"Content-Type": content_type, "Origin": origin, "Host": "attacker.example.com"}
    headers = {name: value for name, value in headers.items() if value}
    return {
        "httpMethod": method,
        "path": path,
        "resource": path if resource is None else resource,
        "pathParameters": parameters,
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": query,
        "multiValueQueryStringParameters": {name: [value] for name, value in (query or {}).items()},
        "requestContext": {
            "requestId": "gateway-request",
            "path": f"/v1{path}",
            "domainName": "abc123.execute-api.eu-central-1.amazonaws.com",
        },
        "body": base64.b64encode(body).decode() if body is not None else None,
        "isBase64Encoded": body is not None,
    }


def call(*arguments: Any, **keywords: Any) -> tuple[int, dict[str, Any], dict[str, str]]:
    """Status, parsed body and headers of one request."""
    answer = handler.handle(event(*arguments, **keywords), FakeContext())
    return answer["statusCode"], json.loads(answer["body"] or "null"), answer["headers"]
