"""Everything that is wrong with a customer record, said so that the caller can correct it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from customer.fields import BY_NAME, FIELDS, Choice, Field, Number, Switch


@dataclass(frozen=True)
class Problem:
    field: str
    message: str


def problems(record: Any) -> list[Problem]:
    """All of them, in the order of the fields; empty for a record that can be predicted."""
    if not isinstance(record, Mapping):
        return [Problem("", f"A customer is an object of fields, not {_kind(record)}.")]
    found = [problem for field in FIELDS if (problem := _of_field(field, record))]
    found += [_unknown(str(name)) for name in record if name not in BY_NAME]
    return found or [problem for field in FIELDS if (problem := _contradiction(field, record))]


def _of_field(field: Field, record: Mapping[str, Any]) -> Problem | None:
    optional = isinstance(field, Number) and field.optional
    if record.get(field.name) is None:
        if optional:
            return None
        return Problem(field.name, f"{field.name} is missing; give {_wanted(field)}.")
    value = record[field.name]
    if _fits(field, value):
        return None
    return Problem(field.name, f"{field.name} is {_shown(value)}; it must be {_wanted(field)}.")


def _fits(field: Field, value: Any) -> bool:
    if isinstance(field, Switch):
        return isinstance(value, bool)
    if isinstance(field, Choice):
        return isinstance(value, str) and value in field.options
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    # The order matters: an integer of a thousand digits cannot be made a float.
    return field.low <= value <= field.high and math.isfinite(value) and (not field.whole or value == int(value))


def _wanted(field: Field) -> str:
    if isinstance(field, Switch):
        return "true or false"
    if isinstance(field, Choice):
        return "one of " + ", ".join(field.options)
    kind = "a whole number" if field.whole else "a number"
    null = ", or null where it is not known" if field.optional else ""
    return f"{kind} from {field.low:g} to {field.high:g} ({field.unit}){null}"


def _contradiction(field: Field, record: Mapping[str, Any]) -> Problem | None:
    if not isinstance(field, Switch) or not field.impossible_with or record[field.name] is not True:
        return None
    choice, option = field.impossible_with
    if record[choice] != option:
        return None
    return Problem(field.name, f"{field.name} cannot be true while {choice} is {option}; correct one of them.")


def _unknown(name: str) -> Problem:
    return Problem(name[:60], f"{_shown(name)} is not a field; leave it out. Fields are {', '.join(BY_NAME)}.")


def _shown(value: Any) -> str:
    """Short, whatever was sent: it goes back to the caller."""
    if isinstance(value, str):
        return repr(value if len(value) <= 40 else value[:40] + "…")
    if isinstance(value, bool) or value is None:
        return str(value).lower()
    if isinstance(value, (int, float)) and not (isinstance(value, int) and abs(value) > 10**15):
        return f"{value}"
    return _kind(value)


def _kind(value: Any) -> str:
    if isinstance(value, int):
        return "a number beyond all limits"
    return {list: "a list", dict: "an object", str: "text", float: "a number", type(None): "null"}.get(
        type(value), "something else"
    )
