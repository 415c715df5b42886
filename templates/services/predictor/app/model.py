"""From hours to expected rentals: a regression on the logarithm, with numpy alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from app.instance import Instance

FORMAT = "rentals-1"
BUNDLED = Path(__file__).parent.parent / "model" / "weights.json"
# Of a normal distribution, 80 % lie within this many standard deviations.
_EIGHTY_PERCENT = 1.2816
_HARMONICS = 4


@dataclass(frozen=True)
class Model:
    """spread: standard deviation of what the regression leaves unexplained, on the logarithm."""

    name: str
    weights: np.ndarray
    spread: float
    evaluation: dict[str, float]

    def predict(self, instances: Sequence[Instance]) -> list[dict[str, float]]:
        """Rentals in the hour: the expected number, and the interval that holds it in 80 of 100 cases."""
        centre = basis(instances) @ self.weights
        # The mean of a log-normal lies above its median.
        rentals = np.exp(centre + self.spread**2 / 2) - 1
        low = np.exp(centre - _EIGHTY_PERCENT * self.spread) - 1
        high = np.exp(centre + _EIGHTY_PERCENT * self.spread) - 1
        table = np.maximum(np.stack([rentals, low, high], axis=1), 0).round(1)
        return [dict(zip(("rentals", "low", "high"), row, strict=True)) for row in table.tolist()]


def basis(instances: Sequence[Instance]) -> np.ndarray:
    """One row each. A day has two shapes: that of work, with its two rushes, and that of leisure."""
    hour = np.array([instance.hour for instance in instances], dtype=float)
    free = np.array([instance.holiday or instance.weekday in ("saturday", "sunday") for instance in instances])
    warmth = np.array([instance.temperature_c for instance in instances], dtype=float) / 20
    rain = np.log1p([instance.rain_mm for instance in instances])
    turns = [np.ones_like(hour)]
    for harmonic in range(1, _HARMONICS + 1):
        angle = 2 * np.pi * harmonic * hour / 24
        turns += [np.sin(angle), np.cos(angle)]
    shapes = [turn * day for turn in turns for day in (~free, free)]
    return np.stack([*shapes, warmth, np.minimum(warmth - 1, 0) ** 2, np.maximum(warmth - 1, 0) ** 2, rain], axis=1)


def read_model(path: Path) -> Model:
    """ValueError where the file does not fit this code."""
    document: dict[str, Any] = json.loads(path.read_text())
    if document.get("format") != FORMAT:
        raise ValueError(f"{path.name} has format {document.get('format')!r}, not {FORMAT}; run python3 train.py.")
    weights = np.array(document["weights"], dtype=float)
    wanted = basis([_ANY]).shape[1]
    if weights.shape != (wanted,):
        raise ValueError(f"{path.name} holds {weights.size} weights, the code has {wanted}; run python3 train.py.")
    return Model(document["name"], weights, float(document["spread"]), document["evaluation"])


_ANY = Instance(hour=0, weekday="monday", holiday=False, temperature_c=0, rain_mm=0)


@lru_cache(maxsize=1)
def current() -> Model:
    """The model of this image."""
    return read_model(BUNDLED)
