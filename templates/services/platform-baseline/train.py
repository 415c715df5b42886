"""Train the bundled model: python3 train.py [--out model/model.json]

Deterministic, and in plain Python. To learn from your own machines, replace `machines` of machines.py.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.model import BUNDLED, FORMAT, logistic, parse_model, terms
from machines import RANGES, machines

SEED = 20_261_121
# Judged by machines that the training has not seen.
OTHER_SEED = 20_261_122
MACHINES = 4_000
PENALTY = 2.0
ROUNDS = 12
DECIMALS = 5


def train() -> dict[str, Any]:
    """The document that app.model reads."""
    examples = machines(SEED, MACHINES)
    names = list(RANGES)
    columns = {name: [features[name] for features, _ in examples] for name in names}
    means = {name: sum(values) / len(values) for name, values in columns.items()}
    scales = {
        name: math.sqrt(sum((value - means[name]) ** 2 for value in values) / len(values))
        for name, values in columns.items()
    }
    # Rounded before they are used, so that the model is the one that is written.
    means = {name: round(value, DECIMALS) for name, value in means.items()}
    scales = {name: round(value, DECIMALS) for name, value in scales.items()}
    rows = [
        [1.0, *terms([(features[name] - means[name]) / scales[name] for name in names])] for features, _ in examples
    ]
    intercept, *weights = fit(rows, [float(failed) for _, failed in examples])
    document: dict[str, Any] = {
        "format": FORMAT,
        "name": "failure-risk",
        "version": "1",
        "evaluation": {},
        "features": [
            {"name": name, "minimum": low, "maximum": high, "mean": means[name], "scale": scales[name]}
            for name, (low, high) in RANGES.items()
        ],
        "intercept": intercept,
        "weights": weights,
    }
    return {**document, "evaluation": evaluate(document)}


def fit(rows: Sequence[Sequence[float]], target: Sequence[float]) -> list[float]:
    """Newton's method on the penalised likelihood; the first column is the intercept and bears no penalty."""
    size = len(rows[0])
    weights = [0.0] * size
    for _ in range(ROUNDS):
        gradient = [-PENALTY * weight if index else 0.0 for index, weight in enumerate(weights)]
        hessian = [[PENALTY * (i == j and i > 0) for j in range(size)] for i in range(size)]
        for row, wanted in zip(rows, target, strict=True):
            found = logistic(sum(w * x for w, x in zip(weights, row, strict=True)))
            spread = found * (1 - found)
            for i, value in enumerate(row):
                gradient[i] += (wanted - found) * value
                line, share = hessian[i], spread * value
                for j in range(i + 1):
                    line[j] += share * row[j]
        for i in range(size):
            for j in range(i):
                hessian[j][i] = hessian[i][j]
        weights = [weight + step for weight, step in zip(weights, solve(hessian, gradient), strict=True)]
    return [round(weight, DECIMALS) for weight in weights]


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination with pivots."""
    table = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(table)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(table[row][column]))
        table[column], table[pivot] = table[pivot], table[column]
        for row in range(column + 1, size):
            share = table[row][column] / table[column][column]
            table[row] = [a - share * b for a, b in zip(table[row], table[column], strict=True)]
    result = [0.0] * size
    for row in reversed(range(size)):
        known = sum(table[row][column] * result[column] for column in range(row + 1, size))
        result[row] = (table[row][size] - known) / table[row][row]
    return result


def evaluate(document: dict[str, Any]) -> dict[str, float]:
    """auc: how often a machine that failed is ranked above one that did not. brier: mean squared error of the risk."""
    model = parse_model(json.dumps(document).encode(), "the model in training")
    judged = sorted((model.risk(features), failed) for features, failed in machines(OTHER_SEED, MACHINES))
    failures = sum(failed for _, failed in judged)
    ranks = sum(rank for rank, (_, failed) in enumerate(judged, 1) if failed)
    return {
        "machines": float(len(judged)),
        "failed": round(failures / len(judged), 3),
        "auc": round((ranks - failures * (failures + 1) / 2) / (failures * (len(judged) - failures)), 3),
        "brier": round(sum((risk - failed) ** 2 for risk, failed in judged) / len(judged), 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the bundled model.")
    parser.add_argument("--out", type=Path, default=BUNDLED)
    out: Path = parser.parse_args().out
    document = train()
    out.write_text(json.dumps(document, indent=1) + "\n")
    print(f"{out}: {document['evaluation']}")


if __name__ == "__main__":
    main()
