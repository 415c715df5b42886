"""The steps in their order, and which step's model each one continues with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args

Step = Literal["baseline", "prune", "distill", "quantize", "evaluate"]
STEPS: tuple[Step, ...] = get_args(Step)


def steps_before(step: Step) -> tuple[Step, ...]:
    return STEPS[: STEPS.index(step)]


def previous(step: Step, run_input: Mapping[str, Any]) -> Step:
    """The step whose model `step` works on. Distillation is left out where the input does not ask for it."""
    before = steps_before(step)
    distilled = run_input["distill"]["enabled"]
    return next(name for name in reversed(before) if name != "distill" or distilled)


def starts_at(run_input: Mapping[str, Any]) -> Step:
    return run_input.get("start_at", "baseline")
