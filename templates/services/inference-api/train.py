"""Train the bundled classifier: python3 train.py [--out model/weights.json]

Deterministic: the same seed and features give the same weights, up to rounding of the linear
algebra library; they are written with 4 decimals so that they are equal in practice.
To train on recordings of your own, replace `training_set`; everything after it stays.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

from app.features import WINDOW_FEATURES, frame_features, window_features
from app.model import BUNDLED, FORMAT
from sounds import LABELS, RATE_HZ, synthesise

SEED = 20_240_501
SOUNDS_PER_LABEL = 80
WINDOW_LENGTHS = (0.5, 1.0, 1.0, 2.0)
PENALTY = 1e-3
STEPS = 1_200
DECIMALS = 4


def training_set(seed: int, sounds_per_label: int) -> tuple[np.ndarray, np.ndarray]:
    """(sounds, features) and the label index of each."""
    random = np.random.default_rng(seed)
    rows, targets = [], []
    for index, label in enumerate(LABELS):
        for number in range(sounds_per_label):
            sound = synthesise(label, WINDOW_LENGTHS[number % len(WINDOW_LENGTHS)], random)
            rows.append(window_features(*frame_features(sound, RATE_HZ)))
            targets.append(index)
    return np.array(rows, dtype=np.float64), np.array(targets)


def fit(rows: np.ndarray, targets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Penalised softmax regression by accelerated gradient steps: convex, so one optimum."""
    inputs = np.hstack([rows, np.ones((len(rows), 1))])
    wanted = np.eye(len(LABELS))[targets]
    weights = np.zeros((inputs.shape[1], len(LABELS)))
    ahead = weights.copy()
    step = 1.0 / (0.5 * np.linalg.norm(inputs, 2) ** 2 / len(inputs) + PENALTY)
    for number in range(STEPS):
        scores = inputs @ ahead
        exponentials = np.exp(scores - scores.max(axis=1, keepdims=True))
        predicted = exponentials / exponentials.sum(axis=1, keepdims=True)
        gradient = inputs.T @ (predicted - wanted) / len(inputs) + PENALTY * ahead
        following = ahead - step * gradient
        ahead = following + number / (number + 3) * (following - weights)
        weights = following
    return weights[:-1], weights[-1]


def train() -> dict[str, Any]:
    """The document that app.model reads."""
    rows, targets = training_set(SEED, SOUNDS_PER_LABEL)
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-3)
    weights, bias = fit((rows - mean) / scale, targets)
    return {
        "format": FORMAT,
        "name": "synthetic-sounds",
        "sample_rate_hz": RATE_HZ,
        "labels": list(LABELS),
        "features": list(WINDOW_FEATURES),
        "mean": mean.round(DECIMALS).tolist(),
        "scale": scale.round(DECIMALS).tolist(),
        "weights": weights.round(DECIMALS).tolist(),
        "bias": bias.round(DECIMALS).tolist(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the bundled audio classifier.")
    parser.add_argument("--out", type=Path, default=BUNDLED, help="where to write the weights")
    path: Path = parser.parse_args().out
    path.write_text(json.dumps(train(), indent=1) + "\n")
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
