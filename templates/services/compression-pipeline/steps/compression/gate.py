"""Whether the compressed model is good enough to be used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Accuracies are rounded to four digits; a difference below that is no difference.
_ROUNDING = 1e-9


def judge(baseline: Mapping[str, Any], compressed: Mapping[str, Any], accuracy_drop: float) -> dict[str, Any]:
    """{"passed", "reasons", "summary"}.

    The reasons say in numbers what was not reached, and are empty when it passed. The summary is all of them in one text,
    since a state machine cannot join a list.
    """
    reasons = []
    drop = baseline["accuracy"] - compressed["accuracy"]
    if drop > accuracy_drop + _ROUNDING:
        reasons.append(
            f"accuracy fell by {drop:.4f} from {baseline['accuracy']:.4f} to {compressed['accuracy']:.4f}; "
            f"at most {accuracy_drop:.4f} is tolerated"
        )
    if compressed["size_bytes"] >= baseline["size_bytes"]:
        reasons.append(
            f"the model has {compressed['size_bytes']} bytes, "
            f"which is not smaller than the baseline's {baseline['size_bytes']}"
        )
    return {"passed": not reasons, "reasons": reasons, "summary": "; ".join(reasons)}
