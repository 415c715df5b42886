"""Starting a job: the input is checked completely before anything is started."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError

from pipeline_api import aws
from pipeline_api.contract import InputError, checked_input
from pipeline_api.errors import ServiceError
from pipeline_api.identifiers import id_of_key, new_id
from pipeline_api.logs import log
from pipeline_api.settings import Settings


def submit(configured: Settings, body: Any, idempotency_key: str | None, caller: str) -> str:
    """The id of the job, new or the one that the same Idempotency-Key started before."""
    try:
        run_input = checked_input(body)
    except InputError as error:
        raise _invalid(error.field, error.message) from error
    identifier = new_id() if idempotency_key is None else id_of_key(idempotency_key, caller)
    # A repeated request is answered before the model is looked for: it may have expired since.
    if idempotency_key is not None and (earlier := aws.execution(configured, identifier)) is not None:
        return _repeated(identifier, earlier, run_input)
    _check_models(configured, run_input)
    if not aws.start_execution(configured, identifier, run_input):
        return _repeated(identifier, aws.execution(configured, identifier) or {}, run_input)
    _keep_for_a_while(configured, identifier)
    return identifier


def _check_models(configured: Settings, run_input: Mapping[str, Any]) -> None:
    named = {"model_uri": run_input["model_uri"], "distill.teacher_uri": run_input["distill"]["teacher_uri"]}
    for field, uri in named.items():
        if uri is None or not uri.startswith("s3://"):
            continue
        bucket, _, key = uri.removeprefix("s3://").partition("/")
        if bucket != configured.bucket:
            raise _invalid(field, f"{field} is in another bucket; models are read from {configured.bucket} only")
        if not aws.object_exists(bucket, key):
            raise _invalid(field, f"{field}: there is no uploaded model at {uri}")


def _repeated(identifier: str, earlier: Mapping[str, Any], run_input: Mapping[str, Any]) -> str:
    if json.loads(earlier.get("input") or "null") == run_input:
        return identifier
    raise ServiceError(
        409,
        "idempotency_key_reused",
        "This Idempotency-Key has started a job with another input.",
        "Send a new key with a new input.",
        "Idempotency-Key",
    )


def _keep_for_a_while(configured: Settings, identifier: str) -> None:
    """The steps set this as well; a run that never reaches one would leave its record for ever."""
    now = datetime.now(UTC)
    expires_at = int((now + timedelta(days=configured.job_retention_days)).timestamp())
    created_at = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    try:
        aws.add_to_record(
            configured, identifier, {"created_at": {"S": created_at}, "expires_at": {"N": str(expires_at)}}
        )
    except ClientError as error:
        # The job is started; telling the caller otherwise would start it twice.
        log.warning("the record's end could not be set", extra={"fields": {"id": identifier, "reason": str(error)}})


def _invalid(field: str, message: str) -> ServiceError:
    return ServiceError(
        400,
        "invalid_input",
        f"{message[0].upper()}{message[1:]}." if not field else f"{message}.",
        "Correct the field and submit again. POST /presign gives an upload_url and its model_uri.",
        field,
    )
