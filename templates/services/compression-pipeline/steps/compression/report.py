"""The metrics document of a run: one entry per step, and the gate's judgement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from compression.order import STEPS, Step

# {"steps": [{"step", "size_bytes", "latency_ms", "accuracy"}, ...], "gate": {"passed", "reasons", "summary"}}
Report = dict[str, Any]


def entry(report: Mapping[str, Any], step: Step) -> dict[str, Any] | None:
    return next((known for known in report.get("steps", []) if known["step"] == step), None)


def with_entry(report: Mapping[str, Any], step: Step, measured: Mapping[str, float]) -> Report:
    """The report with this step's numbers, in place of what an earlier attempt said.

    A judgement is dropped: it was about another model.
    """
    others = [known for known in report.get("steps", []) if known["step"] != step]
    return {"steps": sorted([*others, {"step": step, **measured}], key=lambda known: STEPS.index(known["step"]))}


def only(report: Mapping[str, Any], steps: Iterable[Step]) -> Report:
    """What the report says of these steps."""
    wanted = set(steps)
    return {"steps": [known for known in report.get("steps", []) if known["step"] in wanted]}
