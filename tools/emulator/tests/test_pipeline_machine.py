"""The kinds of states and functions that the machines of the templates are made of run as AWS has them."""

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from .test_stepfunctions import create_machine, finished
from .test_stepfunctions_redrive import create_table

METRICS = {"steps": [{"step": "baseline"}], "gate": {"passed": True, "reasons": []}}
JOB = {"TableName": "jobs", "Key": {"id": {"S.$": "$.job_id"}}}
STATES = {
    "Prepare": {"Type": "Pass", "Parameters": {"job_id.$": "$$.Execution.Name", "input.$": "$"}, "Next": "Record"},
    "Record": {
        "Type": "Task",
        "Resource": "arn:aws:states:::dynamodb:updateItem",
        "Parameters": {
            **JOB,
            "UpdateExpression": "SET #input = :input, #metrics = :metrics, started_at = :at",
            "ExpressionAttributeNames": {"#input": "input", "#metrics": "metrics"},
            "ExpressionAttributeValues": {
                ":input": {"S.$": "States.JsonToString($.input)"},
                ":metrics": {"S": json.dumps(METRICS)},
                ":at": {"S.$": "$$.State.EnteredTime"},
            },
        },
        "ResultPath": None,
        "Next": "Where",
    },
    "Where": {
        "Type": "Choice",
        "Choices": [
            {
                "And": [
                    {"Variable": "$.input.start_at", "IsPresent": True},
                    {"Variable": "$.input.start_at", "StringEquals": "evaluate"},
                ],
                "Next": "Failed",
            }
        ],
        "Default": "Read",
    },
    "Read": {
        "Type": "Task",
        "Resource": "arn:aws:states:::dynamodb:getItem",
        "Parameters": {**JOB, "ConsistentRead": True},
        "ResultSelector": {
            "metrics.$": "States.StringToJson($.Item.metrics.S)",
            "input.$": "States.StringToJson($.Item.input.S)",
        },
        "ResultPath": "$.report",
        "Next": "Gate",
    },
    "Gate": {
        "Type": "Choice",
        "Choices": [{"Variable": "$.report.metrics.gate.passed", "BooleanEquals": True, "Next": "Tell"}],
        "Default": "Failed",
    },
    "Tell": {
        "Type": "Pass",
        "Parameters": {
            "job_id.$": "$.job_id",
            "metrics.$": "$.report.metrics",
            "input.$": "$.report.input",
            "first.$": "States.ArrayGetItem($.report.metrics.steps, 0)",
            "artifact.$": "States.Format('runs/{}/{}/model.npz', $.job_id, 'quantize')",
        },
        "Next": "Succeeded",
    },
    "Succeeded": {"Type": "Succeed"},
    "Failed": {"Type": "Fail", "ErrorPath": "$.input.start_at", "CausePath": "States.Format('job {}', $.job_id)"},
}


def run(aws: Any, given: dict[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    create_table(aws)
    client, machine = create_machine(aws, {"StartAt": "Prepare", "States": STATES})
    arn = client.start_execution(stateMachineArn=machine, name="job-1", input=json.dumps(given))["executionArn"]
    return finished(client, arn), client.get_execution_history(executionArn=arn, maxResults=1000)["events"]


def test_b3_a_machine_keeps_its_job_in_a_table(aws: Any) -> None:
    found, events = run(aws, {"model_uri": "builtin://digits"})
    assert found["status"] == "SUCCEEDED", found.get("cause")
    assert json.loads(found["output"]) == {
        "job_id": "job-1",
        "metrics": METRICS,
        "input": {"model_uri": "builtin://digits"},
        "first": {"step": "baseline"},
        "artifact": "runs/job-1/quantize/model.npz",
    }
    exits = [event["stateExitedEventDetails"]["name"] for event in events if event["type"] == "TaskStateExited"]
    assert exits == ["Record", "Read"]
    (scheduled, _) = (event["taskScheduledEventDetails"] for event in events if event["type"] == "TaskScheduled")
    assert (scheduled["resourceType"], scheduled["resource"]) == ("dynamodb", "updateItem")


def test_b3_a_machine_fails_with_an_error_and_a_cause_of_its_input(aws: Any) -> None:
    found, _ = run(aws, {"start_at": "evaluate"})
    assert (found["status"], found["error"], found["cause"]) == ("FAILED", "evaluate", "job job-1")


def test_b1_tagged_machines_are_found_in_their_account(emulator: Any) -> None:
    for account in ("123456789012", "222222222222"):
        client = emulator.client_in(account, "stepfunctions")
        arn = client.create_state_machine(
            name="pipeline",
            definition=json.dumps({"StartAt": "Prepare", "States": STATES}),
            roleArn=f"arn:aws:iam::{account}:role/pipeline",
            tags=[{"key": "mlinfra:team", "value": "ml-demo"}],
        )["stateMachineArn"]
        found = emulator.client_in(account, "resourcegroupstaggingapi").get_resources(
            ResourceTypeFilters=["states:stateMachine"], TagFilters=[{"Key": "mlinfra:team", "Values": ["ml-demo"]}]
        )["ResourceTagMappingList"]
        assert [each["ResourceARN"] for each in found] == [arn]
        assert f":{account}:" in arn


def test_b8_the_contract_of_a_pipeline_is_a_parameter_or_is_not_found(aws: Any) -> None:
    ssm, name = aws("ssm"), "/mlinfra/pipelines/ml-demo"
    with pytest.raises(ClientError) as refused:
        ssm.get_parameter(Name=name)
    assert refused.value.response["Error"]["Code"] == "ParameterNotFound"
    ssm.put_parameter(Name=name, Type="String", Value='{"version":1}')
    assert ssm.get_parameter(Name=name)["Parameter"]["Value"] == '{"version":1}'


def test_b2_a_task_definition_is_described_by_its_arn(aws: Any) -> None:
    container = {"name": "step", "image": "steps:1", "environment": [{"name": "STEP", "value": "prune"}]}
    made = aws("ecs").register_task_definition(
        family="step",
        requiresCompatibilities=["FARGATE"],
        networkMode="awsvpc",
        cpu="256",
        memory="512",
        containerDefinitions=[container],
        runtimePlatform={"cpuArchitecture": "ARM64", "operatingSystemFamily": "LINUX"},
    )["taskDefinition"]
    found = aws("ecs").describe_task_definition(taskDefinition=made["taskDefinitionArn"])["taskDefinition"]
    assert (found["cpu"], found["memory"], found["runtimePlatform"]["cpuArchitecture"]) == ("256", "512", "ARM64")
    assert found["containerDefinitions"][0]["environment"] == container["environment"]
