"""State machines: checked before they are made, and run as often as they are started."""

import json
import time
from typing import Any

import pytest

from .conftest import ACCOUNT, PATIENCE

patched = pytest.mark.patch("stepfunctions")

PASS = {"StartAt": "Only", "States": {"Only": {"Type": "Pass", "Result": {"done": True}, "End": True}}}


def create_machine(aws: Any, definition: Any = PASS, name: str = "pipeline") -> tuple[Any, str]:
    client = aws("stepfunctions")
    role = f"arn:aws:iam::{ACCOUNT}:role/pipeline"
    answer = client.create_state_machine(name=name, definition=json.dumps(definition), roleArn=role)
    return client, answer["stateMachineArn"]


def finished(client: Any, execution: str) -> dict[str, Any]:
    end = time.monotonic() + PATIENCE
    while True:
        found = client.describe_execution(executionArn=execution)
        if found["status"] != "RUNNING":
            return found
        assert time.monotonic() < end, f"{execution} still runs after {PATIENCE} s"
        time.sleep(0.05)


@patched
def test_a_sound_definition_is_accepted(aws: Any) -> None:
    answer = aws("stepfunctions").validate_state_machine_definition(definition=json.dumps(PASS))
    assert (answer["result"], answer["diagnostics"]) == ("OK", [])


@patched
@pytest.mark.parametrize(
    ("change", "code", "location"),
    [
        ({"Type": "Taskk"}, "SCHEMA_VALIDATION_FAILED", "/"),
        ({"Type": "Pass", "Next": "Nowhere"}, "MISSING_TRANSITION_TARGET", "/States/Only/Next"),
        (
            {"Type": "Parallel", "End": True, "Branches": [{"StartAt": "B", "States": {}}]},
            "SCHEMA_VALIDATION_FAILED",
            "/",
        ),
        (
            {"Type": "Parallel", "End": True, "Branches": [{"StartAt": "B", "States": PASS["States"]}]},
            "MISSING_TRANSITION_TARGET",
            "/States/Only/Branches[0]/StartAt",
        ),
    ],
)
def test_a_broken_definition_is_diagnosed(aws: Any, change: Any, code: str, location: str) -> None:
    definition = json.dumps({"StartAt": "Only", "States": {"Only": change}})
    answer = aws("stepfunctions").validate_state_machine_definition(definition=definition)
    assert answer["result"] == "FAIL"
    assert (answer["diagnostics"][0]["code"], answer["diagnostics"][0]["location"]) == (code, location)


@patched
def test_versions_are_listed_newest_first(aws: Any) -> None:
    client, machine = create_machine(aws)
    assert client.list_state_machine_versions(stateMachineArn=machine)["stateMachineVersions"] == []
    for description in ("one", "two"):
        definition = json.dumps({**PASS, "Comment": description})
        client.update_state_machine(
            stateMachineArn=machine, definition=definition, publish=True, versionDescription=description
        )
    listed = client.list_state_machine_versions(stateMachineArn=machine)["stateMachineVersions"]
    assert [each["stateMachineVersionArn"] for each in listed] == [f"{machine}:2", f"{machine}:1"]


@patched
def test_a_machine_runs_more_than_once(aws: Any) -> None:
    client, machine = create_machine(aws)
    for number in range(3):
        execution = client.start_execution(stateMachineArn=machine, name=f"run-{number}")["executionArn"]
        assert finished(client, execution)["status"] == "SUCCEEDED"
    assert len(client.list_executions(stateMachineArn=machine)["executions"]) == 3


@patched
def test_unnamed_executions_get_names_of_their_own(aws: Any) -> None:
    client, machine = create_machine(aws)
    first, second = (client.start_execution(stateMachineArn=machine)["executionArn"] for _ in range(2))
    assert first != second
    assert not first.endswith(":None")


def test_executions_are_real_from_the_start(aws: Any) -> None:
    client, machine = create_machine(aws)
    execution = client.start_execution(stateMachineArn=machine, name="run")["executionArn"]
    assert json.loads(finished(client, execution)["output"]) == {"done": True}
    events = client.get_execution_history(executionArn=execution)["events"]
    assert [event["type"] for event in events] == [
        "ExecutionStarted",
        "PassStateEntered",
        "PassStateExited",
        "ExecutionSucceeded",
    ]
