"""Where in the bucket a run keeps what."""

from __future__ import annotations

from compression.order import Step


def model_key(job_id: str, step: Step) -> str:
    return f"runs/{job_id}/{step}/model.npz"


def step_metrics_key(job_id: str, step: Step) -> str:
    return f"runs/{job_id}/{step}/metrics.json"


def report_key(job_id: str) -> str:
    return f"runs/{job_id}/metrics.json"
