"""Tasks of state machines call their services with parameters these understand."""

import json
from typing import Any

import pytest

from .test_ecs import create_service
from .test_stepfunctions import create_machine, finished

pytestmark = pytest.mark.patch("stepfunctions_tasks")


def run(aws: Any, resource: str, parameters: Any, **state: Any) -> dict[str, Any]:
    task = {"Type": "Task", "Resource": f"arn:aws:states:::{resource}", "Parameters": parameters, "End": True, **state}
    client, machine = create_machine(aws, {"StartAt": "Task", "States": {"Task": task}}, "caller")
    found = finished(client, client.start_execution(stateMachineArn=machine, name="run")["executionArn"])
    assert found["status"] == "SUCCEEDED", found.get("cause")
    return json.loads(found["output"])


def test_an_ecs_task_runs_to_its_end(aws: Any) -> None:
    create_service(aws)
    (subnet, *_) = aws("ec2").describe_subnets()["Subnets"]
    (group, *_) = aws("ec2").describe_security_groups()["SecurityGroups"]
    output = run(
        aws,
        "ecs:runTask.sync",
        {
            "Cluster": "predictor",
            "TaskDefinition": "predictor",
            "LaunchType": "FARGATE",
            "NetworkConfiguration": {
                "AwsvpcConfiguration": {"Subnets": [subnet["SubnetId"]], "SecurityGroups": [group["GroupId"]]}
            },
            "Overrides": {"ContainerOverrides": [{"Name": "app", "Environment": [{"Name": "JOB", "Value": "1"}]}]},
        },
    )
    assert output["LastStatus"] == "STOPPED"


def test_an_sdk_call_answers_in_the_spelling_of_states(aws: Any) -> None:
    create_service(aws)
    output = run(aws, "aws-sdk:ecs:describeClusters", {"Clusters": ["predictor"]})
    assert [each["ClusterName"] for each in output["Clusters"]] == ["predictor"]


def test_a_machine_runs_another(aws: Any) -> None:
    _, inner = create_machine(aws)
    output = run(aws, "states:startExecution.sync:2", {"StateMachineArn": inner, "Input": {}, "Name": "inner"})
    assert output["Status"] == "SUCCEEDED"
    assert output["Output"] == {"done": True}
