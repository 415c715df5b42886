"""One step of one run: transform, store, measure what was stored, report."""

from __future__ import annotations

import json
from typing import Any

from compression import gate
from compression.errors import StepError
from compression.keys import model_key, report_key, step_metrics_key
from compression.logs import log
from compression.measure import LATENCY_BATCH, measure
from compression.model_file import read_model, write_model
from compression.order import Step
from compression.report import Report, entry, with_entry
from compression.resume import take_over
from compression.techniques import Job, stored_model, transformed


def run_step(step: Step, job: Job) -> Report:
    """Runs `step` and returns the run's report with it. Running it again replaces what it wrote."""
    job.storage.begin(step)
    log("step started", step=step, job_id=job.id)
    take_over(job)
    network = transformed(step, job)
    content = write_model(network)
    # What is measured is what a user will load, not what was in memory before it was rounded.
    stored = read_model(content, model_key(job.id, step))
    measured = measure(stored, content)
    details = {
        "layers": list(stored.widths),
        "weights": stored.weights,
        "nonzero_weights": stored.nonzero_weights,
        "precision": stored.layers[0].precision,
        "latency_batch": LATENCY_BATCH,
    }
    report = with_entry(job.storage.report(), step, measured)
    if step == "evaluate":
        details["baseline_here"] = _baseline_here(job)
        report["gate"] = _judged(report, job)
    _store(job, step, content, {**measured, **details}, report)
    log("step finished", step=step, **measured, **details)
    return report


def _baseline_here(job: Job) -> dict[str, float]:
    """The baseline measured beside the result: two containers are not equally fast, one is."""
    baseline = stored_model("baseline", job)
    return measure(baseline, write_model(baseline))


def _judged(report: Report, job: Job) -> dict[str, Any]:
    before, after = entry(report, "baseline"), entry(report, "evaluate")
    if before is None or after is None:
        raise StepError(
            "metrics_missing",
            f"Job {job.id} has no metrics of step baseline, so there is nothing to compare with.",
            "Start a new run from the beginning.",
        )
    judgement = gate.judge(before, after, job.run_input["tolerance"]["accuracy_drop"])
    log("quality gate passed" if judgement["passed"] else "quality gate rejected the model", **judgement)
    return judgement


def _store(job: Job, step: Step, content: bytes, details: dict[str, Any], report: Report) -> None:
    job.storage.write(model_key(job.id, step), content, "application/octet-stream")
    for key, document in ((step_metrics_key(job.id, step), details), (report_key(job.id), report)):
        job.storage.write(key, json.dumps(document, indent=2).encode(), "application/json")
    job.storage.save_report(report)
    if step == "evaluate":
        job.storage.save_artifact(model_key(job.id, step))
