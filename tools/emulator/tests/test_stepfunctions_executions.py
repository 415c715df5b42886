"""Executions: started once, listed and told in pages, stopped with a reason, and described as they were."""

import json
import time
from typing import Any

import pytest
from botocore.exceptions import ClientError

from .conftest import PATIENCE
from .test_stepfunctions import PASS, create_machine, finished

patched = pytest.mark.patch("stepfunctions_executions")
WAIT = {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 600, "End": True}}}


def code(refused: Any) -> str:
    return refused.value.response["Error"]["Code"]


def test_b1_the_same_name_and_input_start_one_execution(aws: Any) -> None:
    client, machine = create_machine(aws, WAIT)
    first, second = (client.start_execution(stateMachineArn=machine, name="a", input='{"x":1}') for _ in range(2))
    assert first["executionArn"] == second["executionArn"]
    with pytest.raises(ClientError) as refused:
        client.start_execution(stateMachineArn=machine, name="a", input='{"x":2}')
    assert code(refused) == "ExecutionAlreadyExists"
    client.stop_execution(executionArn=first["executionArn"])
    with pytest.raises(ClientError) as refused:
        client.start_execution(stateMachineArn=machine, name="a", input='{"x":1}')
    assert code(refused) == "ExecutionAlreadyExists"


@patched
@pytest.mark.parametrize(
    ("name", "given", "error"), [("a b", "{}", "InvalidName"), ("a", "{", "InvalidExecutionInput")]
)
def test_b1_what_cannot_start_is_refused(aws: Any, name: str, given: str, error: str) -> None:
    client, machine = create_machine(aws)
    with pytest.raises(ClientError) as refused:
        client.start_execution(stateMachineArn=machine, name=name, input=given)
    assert code(refused) == error


@pytest.mark.parametrize("call", ["describe_execution", "get_execution_history", "stop_execution"])
def test_b4_an_unknown_execution_does_not_exist(aws: Any, call: str) -> None:
    client, machine = create_machine(aws)
    with pytest.raises(ClientError) as refused:
        getattr(client, call)(executionArn=f"{machine.replace('stateMachine', 'execution')}:nothing")
    assert code(refused) == "ExecutionDoesNotExist"


@pytest.mark.patch("stepfunctions")
def test_b4_executions_are_listed_newest_first_in_pages_and_by_status(aws: Any) -> None:
    client, machine = create_machine(aws)
    for number in range(3):
        arn = client.start_execution(stateMachineArn=machine, name=f"run-{number}")["executionArn"]
        finished(client, arn)
    first = client.list_executions(stateMachineArn=machine, maxResults=2)
    second = client.list_executions(stateMachineArn=machine, maxResults=2, nextToken=first["nextToken"])
    assert [[each["name"] for each in page["executions"]] for page in (first, second)] == [
        ["run-2", "run-1"],
        ["run-0"],
    ]
    assert "nextToken" not in second
    assert client.list_executions(stateMachineArn=machine, statusFilter="RUNNING")["executions"] == []
    assert len(client.list_executions(stateMachineArn=machine, statusFilter="SUCCEEDED")["executions"]) == 3


@patched
def test_b4_a_page_of_executions_has_at_most_a_thousand(aws: Any) -> None:
    client, machine = create_machine(aws)
    with pytest.raises(ClientError) as refused:
        client.list_executions(stateMachineArn=machine, maxResults=1001)
    assert code(refused) == "ValidationException"


def ids(answer: dict[str, Any]) -> list[int]:
    return [event["id"] for event in answer["events"]]


@patched
def test_b4_history_comes_in_pages_and_in_both_orders(aws: Any) -> None:
    client, machine = create_machine(aws)
    arn = client.start_execution(stateMachineArn=machine, name="run")["executionArn"]
    finished(client, arn)
    first = client.get_execution_history(executionArn=arn, maxResults=3)
    second = client.get_execution_history(executionArn=arn, maxResults=3, nextToken=first["nextToken"])
    assert (ids(first), ids(second)) == ([1, 2, 3], [4])
    assert "nextToken" not in second
    newest = client.get_execution_history(executionArn=arn, maxResults=2, reverseOrder=True)
    assert ids(newest) == [4, 3]
    with pytest.raises(ClientError) as refused:
        client.get_execution_history(executionArn=arn, nextToken=newest["nextToken"])
    assert code(refused) == "InvalidToken"


@patched
def test_b4_history_can_leave_the_data_out(aws: Any) -> None:
    client, machine = create_machine(aws)
    arn = client.start_execution(stateMachineArn=machine, name="run")["executionArn"]
    finished(client, arn)
    events = client.get_execution_history(executionArn=arn, includeExecutionData=False)["events"]
    assert events[1]["stateEnteredEventDetails"] == {"name": "Only"}
    assert not [event for event in events if "output" in json.dumps(event, default=str)]


@patched
def test_b4_a_stopped_execution_says_why(aws: Any) -> None:
    client, machine = create_machine(aws, WAIT)
    arn = client.start_execution(stateMachineArn=machine, name="run")["executionArn"]
    stopped = client.stop_execution(executionArn=arn, error="NotNeeded", cause="a better run is under way")
    found = client.describe_execution(executionArn=arn)
    assert (found["status"], found["error"], found["cause"]) == ("ABORTED", "NotNeeded", "a better run is under way")
    assert found["stopDate"] == stopped["stopDate"]
    last = client.get_execution_history(executionArn=arn)["events"][-1]
    assert last["executionAbortedEventDetails"] == {"error": "NotNeeded", "cause": "a better run is under way"}


@patched
def test_b4_an_execution_that_times_out_has_an_end(aws: Any) -> None:
    client, machine = create_machine(aws, {**WAIT, "TimeoutSeconds": 1})
    arn = client.start_execution(stateMachineArn=machine, name="run")["executionArn"]
    found = finished(client, arn)
    assert (found["status"], "stopDate" in found) == ("TIMED_OUT", True)
    (listed,) = client.list_executions(stateMachineArn=machine)["executions"]
    assert listed["stopDate"] == found["stopDate"]
    end = time.monotonic() + PATIENCE
    while (last := client.get_execution_history(executionArn=arn)["events"][-1]["type"]) != "ExecutionTimedOut":
        assert time.monotonic() < end, f"{last} is still the last event after {PATIENCE} s"
        time.sleep(0.02)


@patched
def test_b4_an_execution_keeps_the_definition_it_started_with(aws: Any) -> None:
    client, machine = create_machine(aws)
    arn = client.start_execution(stateMachineArn=machine, name="run")["executionArn"]
    client.update_state_machine(stateMachineArn=machine, definition=json.dumps(WAIT))
    found = client.describe_state_machine_for_execution(executionArn=arn)
    assert json.loads(found["definition"]) == PASS
    assert (found["stateMachineArn"], found["name"]) == (machine, "pipeline")
    with pytest.raises(ClientError) as refused:
        client.describe_state_machine_for_execution(executionArn=f"{arn}-nothing")
    assert code(refused) == "ExecutionDoesNotExist"
