"""Clients of AWS, made once per process."""

from __future__ import annotations

import os
from functools import lru_cache

import boto3
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

AwsError = (ClientError, BotoCoreError)


@lru_cache(maxsize=8)
def client(service: str) -> BaseClient:
    """API Gateway ends a request after 29 s, so nothing is waited for that long."""
    times = {"connect_timeout": 3, "read_timeout": 8, "retries": {"mode": "standard", "total_max_attempts": 3}}
    # ECS names the region as AWS_REGION, which boto3 does not read.
    return boto3.client(service, region_name=os.environ.get("AWS_REGION"), config=Config(**times))


def reason(error: Exception) -> str:
    """The code that AWS answered, or the kind of failure where it did not answer."""
    if isinstance(error, ClientError):
        return str(error.response.get("Error", {}).get("Code", "")) or type(error).__name__
    return type(error).__name__
