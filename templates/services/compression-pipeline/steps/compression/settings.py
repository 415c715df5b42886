"""What the task definition and the state machine tell the container."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from compression.contract import InputError, checked_input
from compression.errors import StepError
from compression.order import STEPS, Step

# An execution's name; it becomes part of object keys.
_JOB_ID = re.compile(r"[A-Za-z0-9_-]{1,80}")


@dataclass(frozen=True)
class Settings:
    step: Step
    job_id: str
    bucket: str
    table: str
    job_retention_days: int


def read_settings(environment: Mapping[str, str]) -> Settings:
    """StepError names the variable that is missing or wrong."""

    def needed(name: str) -> str:
        value = environment.get(name, "").strip()
        if not value:
            raise _wrong(f"The environment variable {name} is not set")
        return value

    step, job_id = needed("STEP"), needed("JOB_ID")
    if step not in STEPS:
        raise _wrong(f"STEP is {step[:40]!r}; it must be one of {', '.join(STEPS)}")
    if not _JOB_ID.fullmatch(job_id):
        raise _wrong(f"JOB_ID is {job_id[:100]!r}; it must be 1 to 80 letters, digits, _ or -")
    days = environment.get("JOB_RETENTION_DAYS", "").strip() or "90"
    if not re.fullmatch(r"[1-9][0-9]{0,3}", days):
        raise _wrong(f"JOB_RETENTION_DAYS is {days[:40]!r}; it must be a whole number from 1 to 9999")
    return Settings(step, job_id, needed("MODEL_BUCKET"), needed("JOB_TABLE"), int(days))


def read_run_input(environment: Mapping[str, str]) -> dict[str, Any]:
    """RUN_INPUT, checked by the contract: a run may have been started past the API."""
    try:
        return checked_input(json.loads(environment.get("RUN_INPUT", "")))
    except (ValueError, RecursionError):
        problem = "RUN_INPUT is not JSON"
    except InputError as error:
        problem = error.message
    raise StepError(
        "input_invalid", f"The run's input is not valid: {problem}.", "Correct the input and start a new run."
    )


def _wrong(what: str) -> StepError:
    return StepError(
        "misconfigured", f"{what}.", "The state machine and the task definition set it; see the service's README."
    )
