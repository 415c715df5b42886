"""Every conversation with AWS: uploaded files in one bucket, results in the other."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import boto3
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from app.errors import ServiceError
from app.logs import log

# A role without s3:ListBucket is told 403 for a key that does not exist.
_ABSENT = {"NoSuchKey", "404", "AccessDenied", "403"}


@lru_cache(maxsize=1)
def s3() -> BaseClient:
    # API Gateway ends a request after 30 s.
    times = {"connect_timeout": 3, "read_timeout": 8, "retries": {"mode": "standard", "total_max_attempts": 2}}
    # ECS names the region as AWS_REGION, which boto3 does not read.
    return boto3.client("s3", region_name=os.environ.get("AWS_REGION"), config=Config(**times))


def store(bucket: str, key: str, content: bytes, content_type: str) -> None:
    """ServiceError 503 where the bucket does not take it."""
    try:
        s3().put_object(Bucket=bucket, Key=key, Body=content, ContentType=content_type)
    except (ClientError, BotoCoreError) as error:
        raise _unavailable(bucket, error) from error


def load(bucket: str, key: str) -> bytes | None:
    """The object's content, or None where there is none; ServiceError 503 where the bucket does not answer."""
    try:
        return bytes(s3().get_object(Bucket=bucket, Key=key)["Body"].read())
    except ClientError as error:
        code = _code(error)
        if code not in _ABSENT:
            raise _unavailable(bucket, error) from error
        if code in ("AccessDenied", "403"):
            fields = {"bucket": bucket}
            log.warning("storage refused a read; absent key or missing permission", extra={"fields": fields})
        return None
    except BotoCoreError as error:
        raise _unavailable(bucket, error) from error


def store_json(bucket: str, key: str, document: Mapping[str, Any]) -> None:
    store(bucket, key, json.dumps(document, separators=(",", ":")).encode(), "application/json")


def load_json(bucket: str, key: str) -> dict[str, Any] | None:
    content = load(bucket, key)
    return None if content is None else json.loads(content)


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _unavailable(bucket: str, error: ClientError | BotoCoreError) -> ServiceError:
    reason = _code(error) if isinstance(error, ClientError) else type(error).__name__
    log.error("storage failed", extra={"fields": {"bucket": bucket, "reason": reason}})
    return ServiceError(
        503,
        "storage_unavailable",
        f"The storage of the service failed with {reason}.",
        "Try again. If it stays so, check that the bucket exists, that the task role may use it, and the S3 endpoint.",
    )
