"""From customers to what the caller learns of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from churn_api import endpoint
from customer.encoding import Features, read_features

# The image has model/ beside the packages; so has the repository.
FEATURES_FILE = Path("model/features.json")
MAX_FACTORS = 5
# Less than half a percentage point is nothing to act on.
SMALLEST_EFFECT = 0.005


@lru_cache(maxsize=1)
def features() -> Features:
    """Of the model this image was built with."""
    return read_features(FEATURES_FILE)


def predict_one(endpoint_name: str, customer: Mapping[str, Any]) -> dict[str, Any]:
    """The prediction with the factors behind it.

    A factor's effect is the difference to the same customer with this one field as a typical customer
    has it, predicted by the same model in the same request.
    """
    known = features()
    unusual = [name for name, typical in known.typical.items() if customer.get(name) != typical]
    variants = [{**customer, name: known.typical[name]} for name in unusual]
    found = endpoint.probabilities(endpoint_name, known.csv([customer, *variants]), 1 + len(variants))
    effects = {name: round(found[0] - other, 4) for name, other in zip(unusual, found[1:], strict=True)}
    telling = sorted(
        (name for name, effect in effects.items() if abs(effect) >= SMALLEST_EFFECT),
        key=lambda name: (-abs(effects[name]), name),
    )
    factors = [
        {"field": name, "value": customer.get(name), "typical": known.typical[name], "effect": effects[name]}
        for name in telling[:MAX_FACTORS]
    ]
    return {**_prediction(found[0], known), "factors": factors}


def predict_several(endpoint_name: str, customers: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """In the order of the customers, without factors."""
    known = features()
    found = endpoint.probabilities(endpoint_name, known.csv(customers), len(customers))
    return [_prediction(probability, known) for probability in found]


def _prediction(probability: float, known: Features) -> dict[str, Any]:
    return {"probability": round(probability, 4), "at_risk": probability >= known.threshold}
