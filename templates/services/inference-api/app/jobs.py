"""The asynchronous path: accept audio now, work on it in an invocation of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from app import aws, inference, job_status, model
from app.deadline import Deadline
from app.errors import ServiceError
from app.identifiers import checked_id, checked_input_key, input_key, new_id, result_key
from app.logs import log
from app.settings import Settings

EVENT_KEY = "mlinfra_job"


def submit_audio(configured: Settings, content: bytes) -> dict[str, Any]:
    """Store the audio and queue a job for it; returns the status record."""
    _require_storage(configured)
    identifier = new_id()
    key = input_key(identifier)
    aws.write_object(configured.input_bucket, key, content, "application/octet-stream")
    return _queue(configured, identifier, key)


def submit_upload(configured: Settings, key: object) -> dict[str, Any]:
    """Queue a job for a file that was sent to an upload URL; returns the status record."""
    _require_storage(configured)
    checked = checked_input_key(key)
    if aws.object_size(configured.input_bucket, checked) is None:
        raise ServiceError(
            404,
            "upload_missing",
            f"Nothing is stored at {checked}.",
            "Send the file with PUT to the upload_url first; uploads are deleted some days later.",
        )
    return _queue(configured, new_id(), checked)


def status(configured: Settings, identifier: object) -> dict[str, Any]:
    """What GET /predictions/{id} answers, with a presigned result URL once there is one."""
    _require_storage(configured)
    checked = checked_id(identifier)
    record = job_status.read(configured, checked)
    if record is None:
        raise ServiceError(
            404,
            "unknown_prediction",
            f"There is no prediction {checked}.",
            "Check the id; results are deleted after the retention of the output bucket.",
        )
    answer = {
        name: record[name] for name in ("id", "state", "created_at", "updated_at", "error") if record.get(name)
    }
    if record["state"] == "succeeded":
        seconds = configured.result_url_expiry_seconds
        answer["result_url"] = aws.presigned_get(configured.output_bucket, result_key(checked), seconds)
        answer["result_url_expires_in_seconds"] = seconds
    return answer


def run(configured: Settings, job: Mapping[str, Any], remaining_ms: int) -> dict[str, Any]:
    """Work on a queued job. Safe to be delivered more than once.

    A problem with the audio is recorded and ends the job. A problem of the service is recorded
    and raised again, so that the error alarm sees it; Lambda then repeats the delivery, which
    works again only on what may have been a passing fault.
    """
    identifier, key = checked_id(job.get("id")), checked_input_key(job.get("input_key"))
    record = job_status.read(configured, identifier) or {}
    error = record.get("error") or {}
    if record.get("state") == "succeeded" or (record.get("state") == "failed" and not error.get("retryable")):
        log.info("job already ended", extra={"fields": {"job_id": identifier, "state": record["state"]}})
        return {"id": identifier, "state": record["state"]}
    kept = {"created_at": record.get("created_at") or job_status.timestamp(), "input_key": key}
    deadline_at = job_status.timestamp(datetime.now(UTC) + timedelta(milliseconds=remaining_ms))
    try:
        job_status.write(configured, identifier, "running", **kept, deadline_at=deadline_at)
        result = _process(configured, key, Deadline.after_milliseconds(remaining_ms))
        aws.write_json(configured.output_bucket, result_key(identifier), {"id": identifier} | result)
        job_status.write(configured, identifier, "succeeded", **kept)
    except ServiceError as problem:
        log.warning("job failed", extra={"fields": {"job_id": identifier, "code": problem.code}})
        job_status.write(configured, identifier, "failed", **kept, error=problem.as_dict())
        if problem.status >= 500:
            raise
        return {"id": identifier, "state": "failed"}
    except Exception:
        job_status.write(configured, identifier, "failed", **kept, error=_INTERNAL | {"retryable": True})
        raise
    log.info("job succeeded", extra={"fields": {"job_id": identifier, "audio_seconds": result["duration_seconds"]}})
    return {"id": identifier, "state": "succeeded"}


_INTERNAL = {
    "code": "internal_error",
    "message": "The service failed while working on this audio.",
    "hint": "It is tried again up to twice within minutes; if it stays failed, look for the job id in the log group.",
}


def _queue(configured: Settings, identifier: str, key: str) -> dict[str, Any]:
    kept = {"created_at": job_status.timestamp(), "input_key": key}
    record = job_status.write(configured, identifier, "queued", **kept)
    try:
        aws.invoke_later(configured.function_name, {EVENT_KEY: {"id": identifier, "input_key": key}})
    except Exception:
        log.exception("job could not be queued", extra={"fields": {"job_id": identifier}})
        problem = ServiceError(
            503, "not_queued", f"The job {identifier} could not be started.", "Send the request again in a minute."
        )
        job_status.write(configured, identifier, "failed", **kept, error=problem.as_dict())
        raise problem from None
    log.info("job queued", extra={"fields": {"job_id": identifier}})
    return record


def _process(configured: Settings, key: str, deadline: Deadline) -> dict[str, Any]:
    content = aws.read_object(configured.input_bucket, key, configured.max_input_bytes)
    if content is None:
        raise ServiceError(
            404,
            "input_missing",
            f"The audio at {key} is not there any more.",
            "Upload the file again and submit a new prediction.",
        )
    return inference.predict(content, model.current(), configured, configured.max_audio_seconds, deadline)


def _require_storage(configured: Settings) -> None:
    for name, value in (("INPUT_BUCKET", configured.input_bucket), ("OUTPUT_BUCKET", configured.output_bucket)):
        if not value:
            raise ServiceError(
                503,
                "no_storage",
                f"{name} is not set, so uploads and asynchronous predictions are not available.",
                "Use POST /predict, or set INPUT_BUCKET and OUTPUT_BUCKET.",
            )
