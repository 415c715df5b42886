"""Emulated AWS around the function, and requests in the form an HTTP API gives them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import boto3
import pytest
from moto import mock_aws

from pipeline_api import aws, handler, settings

REGION, BUCKET, TABLE = "eu-central-1", "compression-dev-models", "compression-dev-jobs"
MACHINE = f"arn:aws:states:{REGION}:123456789012:stateMachine:compression-dev-pipeline"
ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_DEFAULT_REGION": REGION,
    "STATE_MACHINE_ARN": MACHINE,
    "MODEL_BUCKET": BUCKET,
    "JOB_TABLE": TABLE,
    "UPLOAD_URL_EXPIRY_SECONDS": "900",
    "DOWNLOAD_URL_EXPIRY_SECONDS": "600",
    "LOG_LEVEL": "INFO",
}


@pytest.fixture(autouse=True)
def function_container(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A fresh Lambda container for every test."""
    for name in ("AWS_ENDPOINT_URL", "AWS_PROFILE", "AWS_SESSION_TOKEN", "JOB_RETENTION_DAYS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    caches = (settings.current, aws.s3, aws.dynamodb, aws.states)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


class Account:
    """What is in AWS: the bucket, the table, the state machine and its executions."""

    def __init__(self) -> None:
        self.s3, self.dynamodb = boto3.client("s3"), boto3.client("dynamodb")
        self.states = boto3.client("stepfunctions")
        self.s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        self.dynamodb.create_table(
            TableName=TABLE,
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )
        definition = {"StartAt": "End", "States": {"End": {"Type": "Succeed"}}}
        self.states.create_state_machine(
            name="compression-dev-pipeline",
            definition=json.dumps(definition),
            roleArn="arn:aws:iam::123456789012:role/pipeline",
        )

    def executions(self) -> list[dict[str, Any]]:
        listed = self.states.list_executions(stateMachineArn=MACHINE)["executions"]
        return [self.states.describe_execution(executionArn=each["executionArn"]) for each in listed]

    def upload(self, key: str = "uploads/one/model.npz") -> str:
        self.s3.put_object(Bucket=BUCKET, Key=key, Body=b"model")
        return f"s3://{BUCKET}/{key}"

    def record(self, identifier: str, **attributes: str) -> None:
        """What the run would write into the job's item."""
        item = {"id": {"S": identifier}} | {name: {"S": value} for name, value in attributes.items()}
        self.dynamodb.put_item(TableName=TABLE, Item=item)

    def item(self, identifier: str) -> dict[str, Any]:
        return self.dynamodb.get_item(TableName=TABLE, Key={"id": {"S": identifier}}).get("Item", {})

    def stop(self, identifier: str) -> None:
        arn = f"{MACHINE.replace(':stateMachine:', ':execution:')}:{identifier}"
        self.states.stop_execution(executionArn=arn)


@pytest.fixture
def account() -> Iterator[Account]:
    with mock_aws():
        yield Account()


Call = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def call() -> Call:
    """Status and parsed body of one request: call("GET /status/{id}", id=...), call("POST /submit", {...})."""

    def request(
        route: str, body: Any = None, *, key: str | None = None, caller: str = "arn:aws:iam::123456789012:user/a",
        id: str | None = None, raw: str | None = None, encoded: bool = False,
    ) -> tuple[int, dict[str, Any]]:  # fmt: skip
        event = {
            "version": "2.0",
            "routeKey": route,
            "headers": {"Content-Type": "application/json"} | ({"Idempotency-Key": key} if key is not None else {}),
            "requestContext": {"requestId": "gateway-request", "authorizer": {"iam": {"userArn": caller}}},
            "isBase64Encoded": encoded,
        }
        if id is not None:
            event["pathParameters"] = {"id": id}
        if body is not None or raw is not None:
            event["body"] = raw if raw is not None else json.dumps(body)
        answer = handler.handle(event, SimpleNamespace(aws_request_id="request-1"))
        assert answer["headers"]["Content-Type"] == "application/json"
        return answer["statusCode"], json.loads(answer["body"])

    return request
