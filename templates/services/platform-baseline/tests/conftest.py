"""Emulated AWS, a real PostgreSQL, and the service in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import boto3
import pytest
from fastapi.testclient import TestClient
from moto import mock_aws

from app import aws, logs
from app.application import create_application
from app.settings import read_settings
from app.work import Work

ROOT = Path(__file__).parent.parent
REGION = "eu-central-1"
BUCKET, TABLE = "plant-machine-care-dev-models", "plant-machine-care-dev-database"
ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_REGION": REGION,
    "MODEL_BUCKET": BUCKET,
    "DATABASE_ENGINE": "dynamodb",
    "TABLE_NAME": TABLE,
    "MAX_BATCH_ITEMS": "60",
    "CORS_ALLOWED_ORIGINS": "https://app.example.com",
}

pytest_plugins = ["postgres_server", "ecs_process"]


@pytest.fixture(autouse=True)
def container(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("AWS_ENDPOINT_URL", "AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    aws.client.cache_clear()
    logs.configure("INFO")
    yield
    aws.client.cache_clear()


def build_cloud(**client: str) -> None:
    """What the stack makes before the service starts."""
    boto3.client("s3", region_name=REGION, **client).create_bucket(
        Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION}
    )
    boto3.client("dynamodb", region_name=REGION, **client).create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    )


@pytest.fixture
def cloud() -> Iterator[None]:
    with mock_aws():
        build_cloud()
        yield


@pytest.fixture
def serve(cloud: None) -> Callable[..., TestClient]:
    def begin(**environment: str) -> TestClient:
        return TestClient(create_application(read_settings({**ENVIRONMENT, **environment}), Work()))

    return begin


@pytest.fixture
def client(serve: Callable[..., TestClient]) -> TestClient:
    return serve()
