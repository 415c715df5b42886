"""What AWS finds wrong in the definition of a state machine before it accepts it."""

import json
from collections.abc import Iterator
from typing import Any

from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser

LONGEST_MESSAGE = 1000
Diagnostic = dict[str, str]


def diagnostics(definition: str) -> list[Diagnostic]:
    """Errors only; an empty list for a definition that can be created."""
    try:
        AmazonStateLanguageParser.parse(definition)
    except Exception as error:  # noqa: BLE001 - the parser raises whatever its grammar or its own classes do
        return [_error("SCHEMA_VALIDATION_FAILED", str(error)[:LONGEST_MESSAGE], "/")]
    return list(_missing_targets(json.loads(definition), ""))


def _missing_targets(machine: dict[str, Any], path: str) -> Iterator[Diagnostic]:
    """moto's parser takes a transition to a state that does not exist, and fails when it gets there."""
    states = machine.get("States", {})
    if machine.get("StartAt") not in states:
        yield _missing(machine.get("StartAt"), f"{path}/StartAt")
    for name, state in states.items():
        here = f"{path}/States/{name}"
        for target, where in _transitions(state):
            if target not in states:
                yield _missing(target, f"{here}/{where}")
        for inner, where in _inner_machines(state):
            yield from _missing_targets(inner, f"{here}/{where}")


def _transitions(state: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for field in ("Next", "Default"):
        if field in state:
            yield state[field], field
    for field in ("Choices", "Catch"):
        for index, rule in enumerate(state.get(field, [])):
            if "Next" in rule:
                yield rule["Next"], f"{field}[{index}]/Next"


def _inner_machines(state: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    for index, branch in enumerate(state.get("Branches", [])):
        yield branch, f"Branches[{index}]"
    for field in ("ItemProcessor", "Iterator"):
        if field in state:
            yield state[field], field


def _missing(target: Any, location: str) -> Diagnostic:
    return _error("MISSING_TRANSITION_TARGET", f"Missing target state: {target}", location)


def _error(code: str, message: str, location: str) -> Diagnostic:
    return {"severity": "ERROR", "code": code, "message": message, "location": location}
