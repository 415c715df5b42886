"""The conversation with AWS: objects in S3, the job's item in DynamoDB."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from compression.errors import StepError
from compression.model_file import MAX_BYTES
from compression.order import Step

# A role without s3:ListBucket is told 403 for a key that does not exist.
_ABSENT = {"404", "403", "NoSuchKey", "NotFound", "AccessDenied", "Forbidden"}
_CONFIG = Config(retries={"mode": "standard", "max_attempts": 5}, connect_timeout=5, read_timeout=60)


class AwsStorage:
    def __init__(self, bucket: str, table: str, job_id: str, retention_days: int) -> None:
        self._bucket = bucket
        self._table = table
        self._job_id = job_id
        self._retention = timedelta(days=retention_days)
        with _explained("set up the connection to AWS"):
            self._s3 = boto3.client("s3", config=_CONFIG)
            self._dynamodb = boto3.client("dynamodb", config=_CONFIG)

    def read(self, key: str) -> bytes | None:
        return self._object(self._bucket, key)

    def read_uri(self, uri: str) -> bytes:
        bucket, _, key = uri.removeprefix("s3://").partition("/")
        content = self._object(bucket, key)
        if content is None:
            raise StepError(
                "model_missing",
                f"There is no object at {uri}, or the task's role may not read it.",
                "Upload the model to the URL that POST /presign gives, and start a run with its model_uri.",
            )
        return content

    def write(self, key: str, content: bytes, content_type: str) -> None:
        with _explained(f"write s3://{self._bucket}/{key}"):
            self._s3.put_object(Bucket=self._bucket, Key=key, Body=content, ContentType=content_type)

    def begin(self, step: Step) -> None:
        # DynamoDB removes the item some time after this second. Every step puts it off again.
        expires_at = int((datetime.now(UTC) + self._retention).timestamp())
        self._update({"step": step, "expires_at": expires_at}, remove=("error", "cause"))

    def report(self) -> dict[str, Any]:
        with _explained(f"read job {self._job_id} in table {self._table}"):
            answer = self._dynamodb.get_item(
                TableName=self._table, Key={"id": {"S": self._job_id}}, ConsistentRead=True
            )
        return json.loads(answer.get("Item", {}).get("metrics", {}).get("S") or "{}")

    def save_report(self, report: dict[str, Any]) -> None:
        self._update({"metrics": json.dumps(report, separators=(",", ":"))})

    def save_artifact(self, key: str) -> None:
        self._update({"artifact_key": key})

    def fail(self, problem: dict[str, str]) -> None:
        # The state machine keeps these two where they are set: it knows less of why the task failed.
        self._update({"error": problem["error"], "cause": f"{problem['message']} {problem['next']}"})

    def _object(self, bucket: str, key: str) -> bytes | None:
        with _explained(f"read s3://{bucket}/{key}"):
            try:
                answer = self._s3.get_object(Bucket=bucket, Key=key)
            except ClientError as error:
                if error.response.get("Error", {}).get("Code") in _ABSENT:
                    return None
                raise
            if answer["ContentLength"] > MAX_BYTES:
                raise StepError(
                    "model_too_large",
                    f"s3://{bucket}/{key} has {answer['ContentLength']} bytes; up to {MAX_BYTES} are read.",
                    "Use a smaller model, or raise MAX_BYTES in compression/model_file.py and the step's memory.",
                )
            return answer["Body"].read()

    def _update(self, attributes: Mapping[str, str | int], remove: Sequence[str] = ()) -> None:
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        values = {**attributes, "updated_at": now}
        # Always by alias: metrics and error, among others, are words that DynamoDB keeps for itself.
        expression = "SET " + ", ".join(f"#{name} = :{name}" for name in values)
        if remove:
            expression += " REMOVE " + ", ".join(f"#{name}" for name in remove)
        with _explained(f"update job {self._job_id} in table {self._table}"):
            self._dynamodb.update_item(
                TableName=self._table,
                Key={"id": {"S": self._job_id}},
                UpdateExpression=expression,
                ExpressionAttributeNames={f"#{name}": name for name in (*values, *remove)},
                ExpressionAttributeValues={f":{name}": _attribute(value) for name, value in values.items()},
            )


def _attribute(value: str | int) -> dict[str, str]:
    return {"N": str(value)} if isinstance(value, int) else {"S": value}


@contextmanager
def _explained(what: str) -> Iterator[None]:
    try:
        yield
    except (ClientError, BotoCoreError) as error:
        raise StepError(
            "aws_failed",
            f"Could not {what}: {error}",
            "Check the task role's permissions and the names in the task definition; a throttled call may be repeated.",
        ) from error
