"""A pipeline in one account of many works with the data of that account."""

import json
from typing import Any

import pytest

from .test_stepfunctions import finished

OTHER = "222222222222"


@pytest.mark.patch("stepfunctions_accounts")
def test_a_task_writes_into_the_account_of_its_machine(emulator: Any) -> None:
    dynamodb = emulator.client_in(OTHER, "dynamodb")
    dynamodb.create_table(
        TableName="jobs",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    task = {
        "Type": "Task",
        "Resource": "arn:aws:states:::dynamodb:putItem",
        "Parameters": {"TableName": "jobs", "Item": {"id": {"S": "job-1"}}},
        "End": True,
    }
    states = emulator.client_in(OTHER, "stepfunctions")
    machine = states.create_state_machine(
        name="pipeline",
        definition=json.dumps({"StartAt": "Put", "States": {"Put": task}}),
        roleArn=f"arn:aws:iam::{OTHER}:role/pipeline",
    )["stateMachineArn"]
    found = finished(states, states.start_execution(stateMachineArn=machine, name="run")["executionArn"])
    assert found["status"] == "SUCCEEDED", found.get("cause")
    assert dynamodb.get_item(TableName="jobs", Key={"id": {"S": "job-1"}})["Item"]["id"] == {"S": "job-1"}
