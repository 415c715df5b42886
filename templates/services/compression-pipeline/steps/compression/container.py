"""The container's whole life: read the environment, run the step, tell how it ended."""

from __future__ import annotations

import traceback
from collections.abc import Mapping

from compression.aws_storage import AwsStorage
from compression.errors import StepError
from compression.logs import log
from compression.settings import read_run_input, read_settings
from compression.step import run_step
from compression.storage import Storage
from compression.techniques import Job


def run(environment: Mapping[str, str]) -> int:
    """Exit code: 0 done, 1 failed. The reason is the last line of the log and in the job's record."""
    storage: Storage | None = None
    try:
        settings = read_settings(environment)
        storage = AwsStorage(settings.bucket, settings.table, settings.job_id, settings.job_retention_days)
        run_step(settings.step, Job(settings.job_id, read_run_input(environment), storage))
        return 0
    except StepError as error:
        problem, details = error.as_dict(), {}
    except Exception as error:
        problem = {
            "error": type(error).__name__,
            "message": f"The step failed in a way it does not expect: {error}",
            "next": "Read the traceback in the last log line of the step; MemoryError means to raise its memory.",
        }
        details = {"traceback": traceback.format_exc()}
    _record(storage, problem)
    log(problem["message"], "ERROR", error=problem["error"], next=problem["next"], **details)
    return 1


def _record(storage: Storage | None, problem: dict[str, str]) -> None:
    if storage is None:
        return
    try:
        storage.fail(problem)
    except StepError as error:
        log(f"The failure could not be recorded. {error.message}", "WARNING", error=error.code, next=error.next)
