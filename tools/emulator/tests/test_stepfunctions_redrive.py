"""Executions continued from the state that failed, in the same history."""

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from .test_stepfunctions import create_machine, finished
from .test_stepfunctions_ecs import types

pytestmark = pytest.mark.patch("stepfunctions_redrive")
PREPARE = {"Type": "Pass", "Parameters": {"id": "7", "name.$": "$$.Execution.Name"}, "Next": "Read"}
READ = {
    "Type": "Task",
    "Resource": "arn:aws:states:::dynamodb:getItem",
    "Parameters": {"TableName": "jobs", "Key": {"id": {"S.$": "$.id"}}},
    "ResultPath": "$.item",
    "End": True,
}


def failed(aws: Any, states: dict[str, Any], start: str) -> tuple[Any, str]:
    client, machine = create_machine(aws, {"StartAt": start, "States": states})
    arn = client.start_execution(stateMachineArn=machine, name="run")["executionArn"]
    assert finished(client, arn)["status"] == "FAILED"
    return client, arn


def create_table(aws: Any) -> None:
    aws("dynamodb").create_table(
        TableName="jobs",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )


def refusal(client: Any, arn: str) -> tuple[str, str]:
    with pytest.raises(ClientError) as refused:
        client.redrive_execution(executionArn=arn)
    error = refused.value.response["Error"]
    return error["Code"], error["Message"]


def test_b5_a_failed_task_is_run_again_with_its_input(aws: Any) -> None:
    client, arn = failed(aws, {"Prepare": PREPARE, "Read": READ}, "Prepare")
    before = client.get_execution_history(executionArn=arn)["events"]
    found = client.describe_execution(executionArn=arn)
    assert (found["redriveCount"], found["redriveStatus"]) == (0, "REDRIVABLE")
    create_table(aws)
    date = client.redrive_execution(executionArn=arn)["redriveDate"]
    found = finished(client, arn)
    assert (found["status"], found["redriveCount"], found["redriveDate"]) == ("SUCCEEDED", 1, date)
    assert found["redriveStatusReason"] == "Execution is SUCCEEDED and cannot be redriven"
    assert "error" not in found
    output = json.loads(found["output"])
    assert (output["id"], output["name"]) == ("7", "run")
    after = client.get_execution_history(executionArn=arn)["events"]
    assert after[: len(before)] == before
    assert types(after[len(before) :]) == [
        "ExecutionRedriven",
        "TaskScheduled",
        "TaskStarted",
        "TaskSucceeded",
        "TaskStateExited",
        "ExecutionSucceeded",
    ]
    assert after[len(before)]["executionRedrivenEventDetails"] == {"redriveCount": 1}
    assert [event["id"] for event in after] == list(range(1, len(after) + 1))
    machine = found["stateMachineArn"]
    (listed,) = client.list_executions(stateMachineArn=machine)["executions"]
    assert (listed["redriveCount"], listed["redriveDate"]) == (1, date)


def test_b5_a_fail_state_fails_again(aws: Any) -> None:
    client, arn = failed(aws, {"Rejected": {"Type": "Fail", "Error": "QualityGateRejected"}}, "Rejected")
    for count in (1, 2):
        client.redrive_execution(executionArn=arn)
        found = finished(client, arn)
        assert (found["status"], found["error"], found["redriveCount"]) == ("FAILED", "QualityGateRejected", count)
    history = types(client.get_execution_history(executionArn=arn)["events"])
    assert history == [
        "ExecutionStarted",
        *["FailStateEntered", "ExecutionFailed", "ExecutionRedriven"] * 2,
        "FailStateEntered",
        "ExecutionFailed",
    ]


def test_b5_a_stopped_execution_goes_on(aws: Any) -> None:
    states = {"Wait": {"Type": "Wait", "Seconds": 60, "End": True}}
    client, machine = create_machine(aws, {"StartAt": "Wait", "States": states})
    arn = client.start_execution(stateMachineArn=machine, name="run")["executionArn"]
    assert refusal(client, arn) == ("ExecutionNotRedrivable", "Execution is RUNNING and cannot be redriven")
    client.stop_execution(executionArn=arn)
    finished(client, arn)
    client.redrive_execution(executionArn=arn)
    found = client.describe_execution(executionArn=arn)
    assert (found["status"], "stopDate" in found) == ("RUNNING", False)
    client.stop_execution(executionArn=arn)
    history = types(client.get_execution_history(executionArn=arn)["events"])
    assert history[2:5] == ["ExecutionAborted", "ExecutionRedriven", "WaitStateEntered"]


def test_b5_the_same_request_redrives_once(aws: Any) -> None:
    client, arn = failed(aws, {"Rejected": {"Type": "Fail"}}, "Rejected")
    dates = [client.redrive_execution(executionArn=arn, clientToken="one")["redriveDate"] for _ in range(2)]
    assert dates[0] == dates[1]
    assert finished(client, arn)["redriveCount"] == 1


def test_b5_what_failed_inside_of_a_branch_is_not_emulated(aws: Any) -> None:
    branch = {"StartAt": "Inner", "States": {"Inner": {"Type": "Fail", "Error": "Inner"}}}
    states = {"Both": {"Type": "Parallel", "Branches": [branch], "End": True}}
    client, arn = failed(aws, states, "Both")
    error, message = refusal(client, arn)
    assert error == "ValidationException"
    assert "inside of a Parallel state" in message
    assert client.describe_execution(executionArn=arn)["status"] == "FAILED"
