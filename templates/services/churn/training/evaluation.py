"""How good probabilities are, measured on customers that the model has not seen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def auc(probabilities: Sequence[float], outcomes: Sequence[bool]) -> float:
    """Chance that a customer who left got a higher probability than one who stayed; ties count half."""
    scores, left = np.asarray(probabilities, dtype=float), np.asarray(outcomes, dtype=bool)
    if left.all() or not left.any():
        raise ValueError("Both outcomes are needed to compare them.")
    _, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    positives = int(left.sum())
    return float((ranks[left].sum() - positives * (positives + 1) / 2) / (positives * (len(left) - positives)))


def log_loss(probabilities: Sequence[float], outcomes: Sequence[bool]) -> float:
    """Mean surprise in nats; 0 for perfect foresight."""
    scores = np.clip(np.asarray(probabilities, dtype=float), 1e-9, 1 - 1e-9)
    left = np.asarray(outcomes, dtype=bool)
    return float(-np.where(left, np.log(scores), np.log(1 - scores)).mean())


def best_threshold(probabilities: Sequence[float], outcomes: Sequence[bool]) -> float:
    """The probability, in steps of one percentage point, from which naming customers gives the best F1."""
    scores, left = np.asarray(probabilities, dtype=float), np.asarray(outcomes, dtype=bool)
    return max((step / 100 for step in range(5, 96)), key=lambda threshold: _f1(scores >= threshold, left))


def precision_and_recall(named: np.ndarray, left: np.ndarray) -> tuple[float, float]:
    """Share of the named who left; share of those who left that were named."""
    hits = float((named & left).sum())
    return hits / max(int(named.sum()), 1), hits / max(int(left.sum()), 1)


def _f1(named: np.ndarray, left: np.ndarray) -> float:
    precision, recall = precision_and_recall(named, left)
    return 2 * precision * recall / max(precision + recall, 1e-9)
