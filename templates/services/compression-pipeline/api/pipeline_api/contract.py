"""The run's input, checked and completed by contract.json: the one place that says what a run takes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator


class InputError(Exception):
    """field: dotted path of what is wrong, empty for the input as a whole."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


@lru_cache(maxsize=1)
def contract() -> dict[str, Any]:
    """contract.json lies beside the package in the image, and one folder higher in the repository."""
    parents = Path(__file__).resolve().parents
    found = next(folder / "contract.json" for folder in parents[1:3] if (folder / "contract.json").is_file())
    return json.loads(found.read_text("utf-8"))


def checked_input(value: Any) -> dict[str, Any]:
    """`value` with every default filled in; InputError names the first field that does not fit."""
    schema = contract()["inputSchema"]
    problems = sorted(Draft7Validator(schema).iter_errors(value), key=lambda problem: list(map(str, problem.path)))
    if problems:
        first = problems[0]
        path = ".".join(str(part) for part in first.path)
        if first.validator in ("required", "additionalProperties"):
            path = ".".join(filter(None, [path, _property_named_in(first.message)]))
        raise InputError(path, _explained(first, path))
    return _completed(schema, value)


def _property_named_in(message: str) -> str:
    """Of a missing or an unknown property the validator tells the name in its message only."""
    return message.split("'")[1]


def _explained(problem: Any, path: str) -> str:
    if problem.validator == "additionalProperties":
        return f"{path} is not known here; known are {', '.join(problem.schema['properties'])}"
    if problem.validator == "required":
        return f"{path} is missing"
    name = path or "the input"
    if problem.validator == "pattern":
        meaning = problem.schema.get("description", f"it must match {problem.validator_value}")
        return f"{name} has not the expected form: {meaning}"
    # The value is the caller's own text: long ones would fill the answer and the log.
    return f"{name}: {problem.message[:200]}"


def _completed(schema: Mapping[str, Any], value: Mapping[str, Any]) -> dict[str, Any]:
    complete = dict(value)
    for name, rule in schema["properties"].items():
        if name not in complete and "default" in rule:
            complete[name] = rule["default"]
        if rule.get("type") == "object" and name in complete:
            complete[name] = _completed(rule, complete[name])
    return complete
