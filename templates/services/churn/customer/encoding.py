"""A customer as the row of numbers that the model was trained on.

features.json is written by the training and read by the API: it belongs to one model and holds
the columns in their order, a typical customer, the threshold and what the evaluation found.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from customer.fields import FIELDS, Choice

FORMAT = "churn-features-1"


class FeaturesError(Exception):
    """features.json does not fit this code."""


@dataclass(frozen=True)
class Column:
    """equals: the option for which the column is 1, of a choice; None for numbers and switches."""

    name: str
    field: str
    equals: str | None = None

    def of(self, customer: Mapping[str, Any]) -> float | None:
        """The number, or None where it is not known."""
        value = customer.get(self.field)
        if self.equals is not None:
            return float(value == self.equals)
        return None if value is None else float(value)


@dataclass(frozen=True)
class Features:
    """threshold: the probability from which a customer counts as at risk. typical: a customer in the middle."""

    columns: tuple[Column, ...]
    typical: Mapping[str, Any]
    threshold: float
    evaluation: Mapping[str, float]
    model_sha256: str

    def csv(self, customers: Iterable[Mapping[str, Any]]) -> str:
        """One line each, an empty cell where a value is not known, and no line break at the end.

        The prebuilt XGBoost container reads a last empty line as a row.
        """
        return "\n".join(",".join(_cell(column.of(customer)) for column in self.columns) for customer in customers)


def columns() -> tuple[Column, ...]:
    """Of the fields as they are now; the first option of a choice is the one without a column."""
    made: list[Column] = []
    for field in FIELDS:
        if isinstance(field, Choice):
            made += [Column(f"{field.name}={option}", field.name, option) for option in field.options[1:]]
        else:
            made.append(Column(field.name, field.name))
    return tuple(made)


def write_features(features: Features, path: Path) -> None:
    document = {"format": FORMAT, **asdict(features)}
    path.write_text(json.dumps(document, indent=2) + "\n")


def read_features(path: Path) -> Features:
    """FeaturesError where the file is missing, broken, or made for other fields."""
    remedy = "Run python3 -m training.train and build the image again."
    try:
        document = json.loads(path.read_text())
        features = Features(
            columns=tuple(Column(**column) for column in document["columns"]),
            typical=document["typical"],
            threshold=float(document["threshold"]),
            evaluation=document["evaluation"],
            model_sha256=document["model_sha256"],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FeaturesError(f"{path.name} cannot be read ({error!r}). {remedy}") from error
    if document.get("format") != FORMAT or features.columns != columns():
        raise FeaturesError(f"{path.name} was made for other fields than customer/fields.py has. {remedy}")
    return features


def _cell(value: float | None) -> str:
    return "" if value is None else str(int(value)) if value.is_integer() else repr(value)
