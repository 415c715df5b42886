"""Train the bundled model: python3 train.py [--out model/weights.json]

Deterministic: a ridge regression has one solution. Weights are written with 5 decimals, so that they
are equal in practice on every machine. To learn from your own hours, replace `hours` of rentals.py.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from app.instance import Instance
from app.model import BUNDLED, FORMAT, Model, basis
from rentals import hours

SEED = 20_260_902
DAYS = 730
# Judged by a year that the training has not seen.
OTHER_SEED = 20_260_903
PENALTY = 1e-3
DECIMALS = 5


def fit(examples: Sequence[tuple[Instance, int]]) -> tuple[np.ndarray, float]:
    """Weights, and the standard deviation of what they leave unexplained."""
    rows = basis([instance for instance, _ in examples])
    target = np.log1p([rented for _, rented in examples])
    weights = np.linalg.solve(rows.T @ rows + PENALTY * len(rows) * np.eye(rows.shape[1]) / 100, rows.T @ target)
    return weights.round(DECIMALS), float((target - rows @ weights).std().round(DECIMALS))


def evaluate(model: Model, examples: Sequence[tuple[Instance, int]]) -> dict[str, float]:
    """r2: explained share of the variance. coverage: share of hours inside the 80 % interval."""
    rented = np.array([count for _, count in examples], dtype=float)
    predicted = model.predict([instance for instance, _ in examples])
    centre = np.array([row["rentals"] for row in predicted])
    inside = [row["low"] <= count <= row["high"] for row, count in zip(predicted, rented, strict=True)]
    figures = {
        "hours": float(len(examples)),
        "r2": 1 - ((rented - centre) ** 2).sum() / ((rented - rented.mean()) ** 2).sum(),
        "mean_absolute_error": np.abs(rented - centre).mean(),
        "coverage": np.mean(inside),
    }
    return {name: round(float(figure), 3) for name, figure in figures.items()}


def train() -> dict[str, Any]:
    """The document that app.model reads."""
    weights, spread = fit(hours(SEED, DAYS))
    found = evaluate(Model("", weights, spread, {}), hours(OTHER_SEED, 365))
    return {
        "format": FORMAT,
        "name": "synthetic-rentals",
        "evaluation": found,
        "spread": spread,
        "weights": weights.tolist(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the rentals model.")
    parser.add_argument("--out", type=Path, default=BUNDLED, help="where to write the weights")
    path: Path = parser.parse_args().out
    document = train()
    path.write_text(json.dumps(document, indent=1) + "\n")
    for name, figure in document["evaluation"].items():
        print(f"{name:>20}: {figure:g}")
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
