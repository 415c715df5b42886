"""Every conversation with AWS: objects, presigned URLs, and the function calling itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import boto3
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import ClientError

from app.errors import ServiceError
from app.logs import log

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
def lambda_() -> BaseClient:
    return boto3.client("lambda", config=Config(retries=_RETRIES))


def object_size(bucket: str, key: str) -> int | None:
    """Bytes of the object, or None when it is not there."""
    try:
        return int(s3().head_object(Bucket=bucket, Key=key)["ContentLength"])
    except ClientError as error:
        return _absent(error, bucket)


def read_object(bucket: str, key: str, max_bytes: int) -> bytes | None:
    """The object's content, or None when it is not there; ServiceError 413 beyond max_bytes."""
    try:
        answer = s3().get_object(Bucket=bucket, Key=key)
    except ClientError as error:
        return _absent(error, bucket)
    if answer["ContentLength"] > max_bytes:
        raise ServiceError(
            413,
            "object_too_large",
            f"The file in storage has {answer['ContentLength']} bytes; up to {max_bytes} are read.",
            "Send a smaller file, or raise MAX_INPUT_BYTES (extra_environment) together with memory_mb.",
        )
    content: bytes = answer["Body"].read()
    return content


def write_object(bucket: str, key: str, content: bytes, content_type: str) -> None:
    s3().put_object(Bucket=bucket, Key=key, Body=content, ContentType=content_type)


def read_json(bucket: str, key: str) -> dict[str, Any] | None:
    content = read_object(bucket, key, 1_000_000)
    return None if content is None else json.loads(content)


def write_json(bucket: str, key: str, document: Mapping[str, Any]) -> None:
    write_object(bucket, key, json.dumps(document, separators=(",", ":")).encode(), "application/json")


def presigned_get(bucket: str, key: str, seconds: int) -> str:
    return str(s3().generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": key}, ExpiresIn=seconds))


def presigned_put(bucket: str, key: str, seconds: int) -> str:
    return str(s3().generate_presigned_url("put_object", Params={"Bucket": bucket, "Key": key}, ExpiresIn=seconds))


def invoke_later(function_name: str, payload: Mapping[str, Any]) -> None:
    """Queue one asynchronous invocation of the function."""
    lambda_().invoke(FunctionName=function_name, InvocationType="Event", Payload=json.dumps(payload).encode())


def _absent(error: ClientError, bucket: str) -> None:
    code = str(error.response.get("Error", {}).get("Code", ""))
    if code not in _ABSENT:
        raise error
    if code not in ("404", "NoSuchKey", "NotFound"):
        log.warning("storage refused a read; absent key or missing permission", extra={"fields": {"bucket": bucket}})
