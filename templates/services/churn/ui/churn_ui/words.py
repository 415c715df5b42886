"""Predictions in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from customer.fields import BY_NAME, Number


def option(name: str) -> str:
    """month_to_month as people write it."""
    return name.replace("_", " ")


def percent(probability: float) -> str:
    """Never 0 % or 100 %: no model knows that."""
    if probability < 0.01:
        return "under 1 %"
    if probability > 0.99:
        return "over 99 %"
    return f"{probability * 100:.0f} %"


def verdict(at_risk: bool) -> str:
    return "At risk of leaving" if at_risk else "Likely to stay"


def value(name: str, known: Any) -> str:
    """With its unit."""
    if known is None:
        return "not known"
    if isinstance(known, bool):
        return "yes" if known else "no"
    field = BY_NAME.get(name)
    if isinstance(field, Number):
        return f"{known:g} {field.unit}"
    return option(str(known))


def factor(described: Mapping[str, Any]) -> str:
    """One sentence: what about this customer is unusual, and what it does to the probability."""
    name = str(described["field"])
    label = BY_NAME[name].label if name in BY_NAME else option(name)
    points = described["effect"] * 100
    direction = "raises" if points > 0 else "lowers"
    amount = "less than one point" if abs(points) < 1 else f"{abs(points):.0f} points"
    usual = value(name, described["typical"])
    return f"**{label}: {value(name, described['value'])}** (usual: {usual}) {direction} the probability by {amount}."
