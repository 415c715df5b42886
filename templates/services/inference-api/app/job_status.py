"""The status record of a job: its states, how it is written, how it is read back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from app import aws
from app.errors import ServiceError
from app.identifiers import result_key, status_key
from app.settings import Settings

State = Literal["queued", "running", "succeeded", "failed"]

# Lambda repeats a failed asynchronous invocation after one and after two minutes.
RETRY_GRACE = timedelta(minutes=5)

_LOST = ServiceError(
    500,
    "job_lost",
    "The job ended without a result: the function ran out of memory or time while working on it.",
    "Send the audio again; if it repeats, raise memory_mb or timeout_seconds, or send shorter audio.",
)


def timestamp(moment: datetime | None = None) -> str:
    """UTC, ISO 8601."""
    return (moment or datetime.now(UTC)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def write(configured: Settings, identifier: str, state: State, **fields: Any) -> dict[str, Any]:
    """Replace the record; `fields` keep what the earlier record said where the caller passes it on."""
    record = {"id": identifier, **fields, "state": state, "updated_at": timestamp()}
    aws.write_json(configured.output_bucket, status_key(identifier), record)
    return record


def read(configured: Settings, identifier: str) -> dict[str, Any] | None:
    """The record as it truly stands, or None when there is no such job.

    A result decides over a record that says otherwise: a repeated delivery may have overwritten
    `succeeded` and been stopped. A running job past its deadline is reported as failed, because
    a process that was killed cannot say so itself.
    """
    record = aws.read_json(configured.output_bucket, status_key(identifier))
    if record is None or record["state"] in ("succeeded", "failed"):
        return record
    if aws.object_size(configured.output_bucket, result_key(identifier)) is not None:
        return record | {"state": "succeeded"}
    deadline = record.get("deadline_at")
    if deadline and datetime.now(UTC) > datetime.fromisoformat(deadline) + RETRY_GRACE:
        return record | {"state": "failed", "error": _LOST.as_dict()}
    return record
