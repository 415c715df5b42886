"""States that run a container: they succeed, fail, time out and are stopped as their container is."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .conftest import PATIENCE
from .step_containers import define, lines, register
from .test_ecs_tasks import WAITS, gone
from .test_stepfunctions import create_machine, finished

patched = pytest.mark.patch("stepfunctions_ecs")
# Seconds in which a container starts and says something, on a busy machine too.
TIME_TO_SPEAK = 10
SAYS_WHO = f"import os\nprint(os.getpid(), flush=True)\n{WAITS}"


@pytest.fixture(autouse=True)
def no_registrations(emulator: Any) -> Iterator[None]:
    emulator.call("DELETE", "/mlinfra-emulator/containers")
    yield
    emulator.call("DELETE", "/mlinfra-emulator/containers")


def begin(aws: Any, state: dict[str, Any] | None = None, **parameters: Any) -> tuple[Any, str]:
    run = define(aws)
    (subnet,) = run["networkConfiguration"]["awsvpcConfiguration"]["subnets"]
    task = {
        "Type": "Task",
        "Resource": "arn:aws:states:::ecs:runTask.sync",
        "Parameters": {
            "Cluster": run["cluster"],
            "TaskDefinition": run["taskDefinition"],
            "LaunchType": "FARGATE",
            "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": [subnet]}},
            "Overrides": {
                "ContainerOverrides": [
                    {
                        "Name": "step",
                        "Environment": [
                            {"Name": "JOB_ID", "Value.$": "$$.Execution.Name"},
                            {"Name": "RUN_INPUT", "Value.$": "States.JsonToString($)"},
                        ],
                    }
                ]
            },
            **parameters,
        },
        "End": True,
        **(state or {}),
    }
    task["Parameters"] = {name: value for name, value in task["Parameters"].items() if value is not None}
    client, machine = create_machine(aws, {"StartAt": "Prune", "States": {"Prune": task}})
    answer = client.start_execution(stateMachineArn=machine, name="job-1", input=json.dumps({"amount": 0.5}))
    return client, answer["executionArn"]


def events(client: Any, execution: str) -> list[dict[str, Any]]:
    return client.get_execution_history(executionArn=execution, maxResults=1000)["events"]


def types(found: list[dict[str, Any]]) -> list[str]:
    return [event["type"] for event in found]


def details(found: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    (event,) = (each for each in found if each["type"] == kind)
    return event[f"{kind[0].lower()}{kind[1:]}EventDetails"]


def submitted(client: Any, execution: str) -> str:
    """The ARN of the task, once the state has run it."""
    end = time.monotonic() + PATIENCE
    while True:
        found = events(client, execution)
        if "TaskSubmitted" in types(found):
            return json.loads(details(found, "TaskSubmitted")["output"])["Tasks"][0]["TaskArn"]
        assert time.monotonic() < end, f"no task was submitted within {PATIENCE} s"
        time.sleep(0.02)


def process_of(aws: Any, task: str) -> int:
    """The process of a container that says its number first."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            found = lines(aws, task)
        except aws("logs").exceptions.ResourceNotFoundException:
            found = []
        if found:
            return int(found[0])
        assert time.monotonic() < end, f"the container said nothing within {PATIENCE} s"
        time.sleep(0.02)


@patched
def test_b2_a_container_that_succeeds_gives_its_task(emulator: Any, aws: Any, tmp_path: Path) -> None:
    register(emulator, tmp_path, "import os\nprint(os.environ['JOB_ID'])\nprint(os.environ['RUN_INPUT'])")
    client, execution = begin(aws)
    found = finished(client, execution)
    assert found["status"] == "SUCCEEDED", found.get("cause")
    history = events(client, execution)
    assert types(history) == [
        "ExecutionStarted",
        "TaskStateEntered",
        "TaskScheduled",
        "TaskStarted",
        "TaskSubmitted",
        "TaskSucceeded",
        "TaskStateExited",
        "ExecutionSucceeded",
    ]
    for kind in ("TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded"):
        assert (details(history, kind)["resourceType"], details(history, kind)["resource"]) == ("ecs", "runTask.sync")
    outcome = json.loads(details(history, "TaskSubmitted")["output"])
    assert outcome["Failures"] == []
    task = json.loads(details(history, "TaskSucceeded")["output"])
    assert task["TaskArn"] == outcome["Tasks"][0]["TaskArn"]
    assert lines(aws, task["TaskArn"]) == ["job-1", '{"amount":0.5}']
    assert (task["Cpu"], task["Memory"], task["LaunchType"]) == ("256", "512", "FARGATE")
    assert (task["StopCode"], task["StartedBy"]) == ("EssentialContainerExited", "AWS Step Functions")
    assert (task["Containers"][0]["Name"], task["Containers"][0]["ExitCode"]) == ("step", 0)
    assert task["TaskDefinitionArn"].endswith(":task-definition/step:1")
    now = time.time() * 1000
    times = [task[each] for each in ("CreatedAt", "PullStartedAt", "StartedAt", "StoppedAt")]
    assert now - 60_000 < times[0] <= times[1] <= times[2] <= times[3] <= now + 1000
    assert all(type(each) is int for each in times)


@patched
def test_b3_a_container_that_fails_fails_its_state(emulator: Any, aws: Any, tmp_path: Path) -> None:
    register(emulator, tmp_path, "raise SystemExit(1)")
    client, execution = begin(aws)
    assert finished(client, execution)["status"] == "FAILED"
    failure = details(events(client, execution), "TaskFailed")
    assert (failure["error"], failure["resourceType"], failure["resource"]) == (
        "States.TaskFailed",
        "ecs",
        "runTask.sync",
    )
    task = json.loads(failure["cause"])
    assert task["Containers"][0]["ExitCode"] == 1
    assert task["StoppedReason"] == "Essential container in task exited"


@patched
def test_b3_a_container_that_cannot_start_fails_its_state(emulator: Any, aws: Any, tmp_path: Path) -> None:
    register(emulator, tmp_path, "", command=["no-such-program"])
    client, execution = begin(aws)
    found = finished(client, execution)
    assert (found["status"], found["error"]) == ("FAILED", "States.TaskFailed")
    assert json.loads(found["cause"])["StopCode"] == "TaskFailedToStart"


@patched
def test_b3_what_ecs_refuses_is_an_error_of_ecs(aws: Any) -> None:
    client, execution = begin(aws, Cluster="nowhere")
    found = finished(client, execution)
    assert (found["status"], found["error"]) == ("FAILED", "ECS.ClusterNotFoundException")


@patched
def test_b3_a_state_that_times_out_ends_its_container(emulator: Any, aws: Any, tmp_path: Path) -> None:
    register(emulator, tmp_path, SAYS_WHO)
    client, execution = begin(aws, {"TimeoutSeconds": TIME_TO_SPEAK})
    process = process_of(aws, submitted(client, execution))
    found = finished(client, execution)
    assert (found["status"], found["error"]) == ("FAILED", "States.Timeout")
    assert gone(process)
    history = events(client, execution)
    assert details(history, "TaskScheduled")["timeoutInSeconds"] == TIME_TO_SPEAK
    timed_out = details(history, "TaskTimedOut")
    assert (timed_out["resourceType"], timed_out["resource"], timed_out["error"]) == (
        "ecs",
        "runTask.sync",
        "States.Timeout",
    )


@patched
def test_b4_stopping_an_execution_ends_its_container(emulator: Any, aws: Any, tmp_path: Path) -> None:
    register(emulator, tmp_path, SAYS_WHO)
    client, execution = begin(aws)
    process = process_of(aws, submitted(client, execution))
    client.stop_execution(executionArn=execution)
    assert finished(client, execution)["status"] == "ABORTED"
    assert gone(process)


@patched
def test_b2_a_state_takes_spot_capacity(emulator: Any, aws: Any, tmp_path: Path) -> None:
    register(emulator, tmp_path, "")
    strategy = [{"CapacityProvider": "FARGATE_SPOT", "Weight": 1}]
    client, execution = begin(aws, LaunchType=None, CapacityProviderStrategy=strategy)
    found = finished(client, execution)
    assert found["status"] == "SUCCEEDED", found.get("cause")
    assert json.loads(found["output"])["CapacityProviderName"] == "FARGATE_SPOT"


@pytest.mark.patch("stepfunctions_ends")
@pytest.mark.parametrize("state", [{"TimeoutSeconds": TIME_TO_SPEAK}, {}])
def test_b4_a_state_that_was_ended_says_nothing_more(
    emulator: Any, aws: Any, tmp_path: Path, state: dict[str, Any]
) -> None:
    register(emulator, tmp_path, SAYS_WHO)
    client, execution = begin(aws, state)
    task = submitted(client, execution)
    if not state:
        client.stop_execution(executionArn=execution)
    finished(client, execution)
    time.sleep(0.7)
    last = "TaskTimedOut" if state else "TaskSubmitted"
    end = "ExecutionFailed" if state else "ExecutionAborted"
    assert types(events(client, execution))[-2:] == [last, end], task
