"""Train the model: python3 -m training.train [--data customers.csv] [--out model]

Writes model.tar.gz, which the endpoint loads, and features.json, which the API's image carries. They
belong together. Needs XGBoost 1.7, the version of the container (training/requirements.txt).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from statistics import median, mode
from typing import Any

import numpy as np
import xgboost

from customer.encoding import Features, columns, write_features
from customer.fields import FIELDS, Number
from training import container
from training.artifact import pack, sha256
from training.dataset import Example, from_csv, synthetic
from training.evaluation import auc, best_threshold, log_loss, precision_and_recall

# Every fifth customer is kept back to judge by.
HELD_BACK = 5
ROUNDS = 120
PARAMETERS = {
    "objective": "binary:logistic",
    "eval_metric": "logloss",
    "max_depth": 3,
    "eta": 0.1,
    "min_child_weight": 5,
    "subsample": 0.9,
    "lambda": 2,
    "tree_method": "exact",
    "seed": 1,
    # Sums in another order are other sums: one thread gives the same model on every run.
    "nthread": 1,
}


def train(examples: Sequence[Example], folder: Path) -> Features:
    """Both files in the folder. What is reported was predicted by the packed model, read back."""
    held = examples[::HELD_BACK]
    learned = [example for number, example in enumerate(examples) if number % HELD_BACK]
    booster = xgboost.train(PARAMETERS, _matrix(learned), ROUNDS)
    model = bytes(booster.save_raw(raw_format="json"))
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / "model.tar.gz"
    archive.write_bytes(pack(model))

    loaded = container.load(archive)
    known = _probabilities(loaded, learned)
    # On the learned customers: choosing it on the held ones would flatter the evaluation.
    threshold = best_threshold(known, [example.churned for example in learned])
    found = Features(columns(), _typical(learned), threshold, _evaluation(loaded, held, threshold), sha256(model))
    write_features(found, folder / "features.json")
    return found


def _matrix(examples: Sequence[Example]) -> xgboost.DMatrix:
    rows = [[column.of(example.customer) for column in columns()] for example in examples]
    labels = [float(example.churned) for example in examples]
    names = [column.name for column in columns()]
    return xgboost.DMatrix(np.array(rows, dtype=float), label=labels, feature_names=names)


def _probabilities(booster: xgboost.Booster, examples: Sequence[Example]) -> list[float]:
    body = Features(columns(), {}, 0.5, {}, "").csv(example.customer for example in examples)
    return [float(text) for text in container.predict(booster, body).split(",")]


def _evaluation(booster: xgboost.Booster, held: Sequence[Example], threshold: float) -> dict[str, float]:
    outcomes = [example.churned for example in held]
    probabilities = _probabilities(booster, held)
    precision, recall = precision_and_recall(np.array(probabilities) >= threshold, np.array(outcomes))
    figures = {
        "customers": len(held),
        "churn_rate": sum(outcomes) / len(outcomes),
        "auc": auc(probabilities, outcomes),
        "log_loss": log_loss(probabilities, outcomes),
        "precision": precision,
        "recall": recall,
    }
    return {name: round(figure, 4) for name, figure in figures.items()}


def _typical(examples: Sequence[Example]) -> dict[str, Any]:
    """Of every field the middle or most common value: what factors of a prediction are measured against."""
    typical: dict[str, Any] = {}
    for field in FIELDS:
        values = [value for example in examples if (value := example.customer[field.name]) is not None]
        if isinstance(field, Number):
            typical[field.name] = int(median(values)) if field.whole else round(median(values), 2)
        else:
            typical[field.name] = mode(values)
    return typical


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the churn model.")
    parser.add_argument("--data", type=Path, help="CSV with the fields and a column churned; synthetic without")
    parser.add_argument("--out", type=Path, default=Path("model"), help="folder for both files")
    arguments = parser.parse_args()
    examples = from_csv(arguments.data) if arguments.data else synthetic()
    features = train(examples, arguments.out)
    print(f"trained on {len(examples)} customers, judged by {features.evaluation['customers']} of them")
    for name in ("auc", "log_loss", "churn_rate", "precision", "recall"):
        print(f"{name:>10}: {features.evaluation[name]:.4f}")
    print(f"wrote {arguments.out / 'model.tar.gz'} and {arguments.out / 'features.json'}")


if __name__ == "__main__":
    main()
