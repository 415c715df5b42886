"""From features to a risk between 0 and 1: a logistic regression with products of features, in plain Python.

The file says which features there are and in which range they must be, so that a model brings its own.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import ServiceError, WrongField

FORMAT = "risk-1"
BUNDLED = Path(__file__).parent.parent / "model" / "model.json"


class UnusableModel(ValueError):
    """The file is not a model that this code reads."""


@dataclass(frozen=True)
class Feature:
    """minimum, maximum: what is accepted. mean, scale: how the training standardised it."""

    name: str
    minimum: float
    maximum: float
    mean: float
    scale: float


@dataclass(frozen=True)
class Model:
    """weights: one for each feature, then one for each product of two features, in their order."""

    name: str
    version: str
    features: tuple[Feature, ...]
    intercept: float
    weights: tuple[float, ...]
    evaluation: dict[str, float]

    def wrong_fields(self, given: Mapping[str, float], place: str) -> list[WrongField]:
        """What is missing, unknown or out of range; place is the path of the features in the body."""
        known = {feature.name: feature for feature in self.features}
        wrong = [WrongField(f"{place}.{name}", "is missing") for name in known if name not in given]
        for name, value in given.items():
            feature = known.get(name)
            if feature is None:
                wrong.append(WrongField(f"{place}.{name[:60]}", f"is unknown; the model knows {', '.join(known)}"))
            elif not feature.minimum <= value <= feature.maximum:
                wrong.append(WrongField(f"{place}.{name}", f"is outside {feature.minimum:g} to {feature.maximum:g}"))
        return wrong

    def risk(self, given: Mapping[str, float]) -> float:
        row = terms([(given[feature.name] - feature.mean) / feature.scale for feature in self.features])
        return round(logistic(self.intercept + sum(w * x for w, x in zip(self.weights, row, strict=True))), 4)


def terms(values: Sequence[float]) -> list[float]:
    """The values themselves, and every product of two of them, squares included."""
    return [*values, *(a * b for index, a in enumerate(values) for b in values[index:])]


def logistic(value: float) -> float:
    # Written so that no exponent overflows.
    return 1 / (1 + math.exp(-value)) if value >= 0 else math.exp(value) / (1 + math.exp(value))


def parse_model(content: bytes, origin: str) -> Model:
    """UnusableModel says what does not fit, and where the file came from."""
    try:
        document: dict[str, Any] = json.loads(content)
        if document["format"] != FORMAT:
            raise UnusableModel(f"{origin} has the format {document['format']!r}, not {FORMAT}.")
        model = Model(
            name=str(document["name"]),
            version=str(document["version"]),
            features=tuple(
                Feature(str(one["name"]), *(float(one[key]) for key in ("minimum", "maximum", "mean", "scale")))
                for one in document["features"]
            ),
            intercept=float(document["intercept"]),
            weights=tuple(float(weight) for weight in document["weights"]),
            evaluation={str(name): float(value) for name, value in document["evaluation"].items()},
        )
    except UnusableModel:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnusableModel(f"{origin} is not a model: {type(error).__name__} {error}.") from error
    wanted = len(terms([0.0] * len(model.features)))
    numbers = [model.intercept, *model.weights, *(n for f in model.features for n in (f.mean, f.scale))]
    if not model.features or len(model.weights) != wanted:
        raise UnusableModel(f"{origin} holds {len(model.weights)} weights for {len(model.features)} features.")
    if not all(map(math.isfinite, numbers)) or not all(f.scale > 0 and f.minimum < f.maximum for f in model.features):
        raise UnusableModel(f"{origin} holds a number that is not finite, or a range that is empty.")
    return model


def refuse(wrong: Sequence[WrongField]) -> None:
    """ServiceError 400 where there is anything wrong."""
    if wrong:
        count = "One field is" if len(wrong) == 1 else f"{len(wrong)} fields are"
        hint = "Correct the features and send the request again; GET /health names those of the model."
        message = f"{count} wrong. {wrong[0].path} {wrong[0].message}."
        raise ServiceError(400, "invalid_features", message, hint, wrong[:50])
