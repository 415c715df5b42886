"""Every conversation with AWS: objects, presigned URLs, job records, executions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import boto3
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import ClientError

from pipeline_api.settings import Settings

_RETRIES = {"mode": "standard", "max_attempts": 4}
# A role without s3:ListBucket is told 403 for a key that does not exist.
_ABSENT = {"404", "403", "NoSuchKey", "NotFound", "AccessDenied", "Forbidden"}


@lru_cache(maxsize=1)
def s3() -> BaseClient:
    # Virtual addressing makes presigned URLs name the bucket's region: the global host answers
    # with a redirect for a new bucket, which a browser's PUT does not survive.
    style = {"addressing_style": "virtual"}
    return boto3.client("s3", config=Config(signature_version="s3v4", s3=style, retries=_RETRIES))


@lru_cache(maxsize=1)
def dynamodb() -> BaseClient:
    return boto3.client("dynamodb", config=Config(retries=_RETRIES))


@lru_cache(maxsize=1)
def states() -> BaseClient:
    return boto3.client("stepfunctions", config=Config(retries=_RETRIES))


def object_exists(bucket: str, key: str) -> bool:
    try:
        s3().head_object(Bucket=bucket, Key=key)
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in _ABSENT:
            return False
        raise
    return True


def presigned(operation: str, parameters: Mapping[str, Any], seconds: int) -> str:
    """A URL for exactly these parameters: what is not among them is not allowed, what is, is demanded."""
    return str(s3().generate_presigned_url(operation, Params=dict(parameters), ExpiresIn=seconds))


def job_record(configured: Settings, identifier: str) -> dict[str, str]:
    """Attributes of the job's item as text; empty when there is none yet."""
    answer = dynamodb().get_item(TableName=configured.table, Key={"id": {"S": identifier}}, ConsistentRead=True)
    return {name: str(next(iter(value.values()))) for name, value in answer.get("Item", {}).items()}


def add_to_record(configured: Settings, identifier: str, attributes: Mapping[str, Mapping[str, str]]) -> None:
    """Attributes that are already there stay as they are: the run may have written them meanwhile."""
    dynamodb().update_item(
        TableName=configured.table,
        Key={"id": {"S": identifier}},
        UpdateExpression="SET " + ", ".join(f"#{name} = if_not_exists(#{name}, :{name})" for name in attributes),
        ExpressionAttributeNames={f"#{name}": name for name in attributes},
        ExpressionAttributeValues={f":{name}": dict(value) for name, value in attributes.items()},
    )


def start_execution(configured: Settings, identifier: str, run_input: Mapping[str, Any]) -> bool:
    """False when an execution of this name exists already, with another input or at its end."""
    try:
        states().start_execution(
            stateMachineArn=configured.state_machine_arn, name=identifier, input=json.dumps(run_input)
        )
    except states().exceptions.ExecutionAlreadyExists:
        return False
    return True


def execution(configured: Settings, identifier: str) -> dict[str, Any] | None:
    """What Step Functions says of the run; None when this state machine has none of that name."""
    machine, _, name = configured.state_machine_arn.rpartition(":")
    arn = f"{machine.removesuffix(':stateMachine')}:execution:{name}:{identifier}"
    try:
        return states().describe_execution(executionArn=arn)
    except states().exceptions.ExecutionDoesNotExist:
        return None
