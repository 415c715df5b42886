"""The state of a job, from its record and from Step Functions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pipeline_api import aws
from pipeline_api.identifiers import unknown_job
from pipeline_api.settings import Settings

# States that the run itself writes as its last deed.
_FINAL = ("SUCCEEDED", "REJECTED", "FAILED")
_WORDS = {
    "TIMED_OUT": "The run took longer than its limit and was ended.",
    "ABORTED": "The run was stopped.",
}


def status(configured: Settings, identifier: str) -> dict[str, Any]:
    """{id, state, step?, metrics?, created_at?, updated_at?, error?}; ServiceError 404 for an unknown id."""
    record = aws.job_record(configured, identifier)
    state, error = record.get("state", ""), _error(record)
    if state not in _FINAL:
        # A run that was stopped or timed out cannot write that down; one just started has not yet.
        execution = aws.execution(configured, identifier)
        if execution is None:
            raise unknown_job()
        state = execution["status"]
        if state != "RUNNING" and error is None:
            error = _ended(execution)
    answer: dict[str, Any] = {"id": identifier, "state": state}
    answer |= {name: record[name] for name in ("step", "created_at", "updated_at") if name in record}
    if "metrics" in record:
        answer["metrics"] = json.loads(record["metrics"])
    # While a run goes on, an error is of an attempt that is being repeated.
    if error is not None and state not in ("RUNNING", "SUCCEEDED"):
        answer["error"] = error
    return answer


def _error(record: Mapping[str, str]) -> dict[str, str] | None:
    if "error" not in record:
        return None
    return {"code": record["error"], "message": record.get("cause", "")}


def _ended(execution: Mapping[str, Any]) -> dict[str, str] | None:
    if execution["status"] == "SUCCEEDED":
        return None
    code = execution.get("error") or execution["status"]
    return {"code": code, "message": execution.get("cause") or _WORDS.get(execution["status"], "The run failed.")}
