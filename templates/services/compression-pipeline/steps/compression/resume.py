"""A run that starts in the middle takes over what an earlier run did before that."""

from __future__ import annotations

import json

from compression.errors import StepError
from compression.keys import model_key, report_key
from compression.logs import log
from compression.order import previous, starts_at, steps_before
from compression.report import entry, only
from compression.techniques import Job


def take_over(job: Job) -> None:
    """Copies models and metrics of the steps before start_at from resume_run, once.

    Copied rather than referred to: then every run is complete in its own prefix, can be resumed
    itself, and does not depend on how long the other is kept.
    """
    first, source = starts_at(job.run_input), job.run_input.get("resume_run")
    if first == "baseline" or job.storage.read(model_key(job.id, "baseline")) is not None:
        return
    before = steps_before(first)
    models = {step: job.storage.read(model_key(source, step)) for step in before}
    needed = previous(first, job.run_input)
    for step in (needed, "baseline"):
        if models[step] is None:
            raise _missing(source, f"a model of step {step}", step)
    report = only(json.loads(job.storage.read(report_key(source)) or "{}"), before)
    if entry(report, "baseline") is None:
        raise _missing(source, "metrics of step baseline", "baseline")
    # The baseline comes last: its presence says that everything was copied.
    for step in reversed(before):
        if (content := models[step]) is not None:
            job.storage.write(model_key(job.id, step), content, "application/octet-stream")
    job.storage.save_report(report)
    taken = [known["step"] for known in report["steps"]]
    log("continuing an earlier run", resume_run=source, start_at=first, steps=taken)


def _missing(source: str, what: str, step: str) -> StepError:
    return StepError(
        "resume_impossible",
        f"Run {source} has not left {what}: it did not come so far, or its files have expired.",
        f"Start the run at {step} or earlier, or without start_at and resume_run.",
    )
