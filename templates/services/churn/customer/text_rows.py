"""A customer from the cells of a CSV line, where everything is text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from customer.fields import FIELDS, Field, Number, Switch

_SWITCH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def from_text(row: Mapping[str, str | None]) -> dict[str, Any]:
    """Typed where the text has the type; what has not stays text, for the validation to name."""
    return {field.name: value(field, row.get(field.name)) for field in FIELDS}


def switch(text: str | None) -> bool | None:
    """None for text that is neither yes nor no."""
    return _SWITCH.get((text or "").strip().lower())


def value(field: Field, text: str | None) -> Any:
    cell = (text or "").strip()
    if cell == "":
        return None
    if isinstance(field, Switch):
        switched = switch(cell)
        return cell if switched is None else switched
    if isinstance(field, Number):
        try:
            number = float(cell)
        except ValueError:
            return cell
        return int(number) if number.is_integer() and field.whole else number
    return cell
