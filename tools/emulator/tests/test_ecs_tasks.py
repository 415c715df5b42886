"""Tasks whose container runs as a process: their way, their end, their output and their environment."""

import json
import time
import urllib.error
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from .conftest import PATIENCE, Emulator, start_emulator
from .step_containers import GROUP, IMAGE, define, lines, register

patched = pytest.mark.patch("ecs_tasks")


@pytest.fixture(autouse=True)
def no_registrations(emulator: Any) -> Iterator[None]:
    emulator.call("DELETE", "/mlinfra-emulator/containers")
    yield
    emulator.call("DELETE", "/mlinfra-emulator/containers")


def start(aws: Any, parameters: dict[str, Any], **more: Any) -> dict[str, Any]:
    (task,) = aws("ecs").run_task(**{"launchType": "FARGATE", **parameters, **more})["tasks"]
    return task


def until(aws: Any, task: dict[str, Any], status: str) -> dict[str, Any]:
    end = time.monotonic() + PATIENCE
    while True:
        (found,) = aws("ecs").describe_tasks(cluster="pipeline", tasks=[task["taskArn"]])["tasks"]
        if found["lastStatus"] == status:
            return found
        assert time.monotonic() < end, f"{found['lastStatus']} and not {status} after {PATIENCE} s"
        time.sleep(0.02)


@patched
def test_b2_a_task_runs_its_command_to_the_end(emulator: Any, aws: Any, tmp_path: Path) -> None:
    register(emulator, tmp_path, "print('one', flush=True)\nprint('two')")
    task = start(aws, define(aws))
    assert task["lastStatus"] in ("PROVISIONING", "PENDING")
    done = until(aws, task, "STOPPED")
    (container,) = done["containers"]
    assert (done["stopCode"], done["stoppedReason"]) == (
        "EssentialContainerExited",
        "Essential container in task exited",
    )
    assert (container["name"], container["exitCode"], container["lastStatus"]) == ("step", 0, "STOPPED")
    assert (done["cpu"], done["memory"], done["launchType"]) == ("256", "512", "FARGATE")
    times = ("createdAt", "pullStartedAt", "pullStoppedAt", "startedAt", "stoppingAt", "stoppedAt")
    assert [done[each] for each in times] == sorted(done[each] for each in times)
    assert lines(aws, task["taskArn"]) == ["one", "two"]


@patched
def test_b2_the_exit_code_of_the_command_is_that_of_the_container(emulator: Any, aws: Any, tmp_path: Path) -> None:
    register(emulator, tmp_path, "raise SystemExit(3)")
    done = until(aws, start(aws, define(aws)), "STOPPED")
    assert done["containers"][0]["exitCode"] == 3


@patched
def test_b2_the_environment_is_that_of_the_container_and_of_the_run(
    emulator: Any, aws: Any, tmp_path: Path
) -> None:
    register(emulator, tmp_path, "import json, os\nprint(json.dumps(dict(os.environ)))")
    override = {"containerOverrides": [{"name": "step", "environment": [{"name": "JOB_ID", "value": "job-1"}]}]}
    task = start(aws, define(aws), overrides=override)
    until(aws, task, "STOPPED")
    (line,) = lines(aws, task["taskArn"])
    environment = json.loads(line)
    assert (environment["STEP"], environment["JOB_ID"]) == ("prune", "job-1")
    assert environment["AWS_ENDPOINT_URL"].endswith(emulator.endpoint.rpartition(":")[2])
    assert environment["AWS_REGION"] == "eu-central-1"
    # What the tests themselves run in stays outside.
    assert "PYTEST_CURRENT_TEST" not in environment
    assert not [name for name in environment if name.startswith(("MOTO_", "MLINFRA_"))]


@patched
def test_b2_a_container_works_in_the_account_of_its_task(emulator: Any, tmp_path: Path) -> None:
    register(
        emulator,
        tmp_path,
        "import boto3\nprint(boto3.client('sts').get_caller_identity()['Account'])",
    )

    def other(service: str) -> Any:
        return emulator.client_in("222222222222", service)

    task = start(other, define(other))
    until(other, task, "STOPPED")
    assert lines(other, task["taskArn"]) == ["222222222222"]


WAITS = "import time\nprint('up', flush=True)\ntime.sleep(600)"
CLINGS = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('up', flush=True)\ntime.sleep(600)"


def started(aws: Any, parameters: dict[str, Any]) -> dict[str, Any]:
    """A task whose command has said that it is up."""
    task = start(aws, parameters)
    until(aws, task, "RUNNING")
    end = time.monotonic() + PATIENCE
    while not lines(aws, task["taskArn"]):
        assert time.monotonic() < end, f"the command wrote nothing within {PATIENCE} s"
        time.sleep(0.02)
    return task


@patched
@pytest.mark.parametrize(("code", "exit_code", "grace"), [(WAITS, 143, 30), (CLINGS, 137, 1)])
def test_b4_stop_task_ends_the_command(
    emulator: Any, aws: Any, tmp_path: Path, code: str, exit_code: int, grace: int
) -> None:
    register(emulator, tmp_path, code)
    task = started(aws, define(aws, stopTimeout=grace))
    aws("ecs").stop_task(cluster="pipeline", task=task["taskArn"], reason="not needed")
    done = until(aws, task, "STOPPED")
    assert (done["stopCode"], done["stoppedReason"]) == ("UserInitiated", "not needed")
    assert done["containers"][0]["exitCode"] == exit_code


@patched
def test_what_the_command_has_started_ends_with_it(emulator: Any, aws: Any, tmp_path: Path) -> None:
    child = "import subprocess\nprint(subprocess.Popen(['sleep', '600']).pid)"
    register(emulator, tmp_path, child)
    task = start(aws, define(aws))
    until(aws, task, "STOPPED")
    assert gone(int(lines(aws, task["taskArn"])[0]))


def gone(pid: int) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


def test_the_commands_end_with_an_emulator_that_is_killed(tmp_path: Path) -> None:
    process = start_emulator(tmp_path / "log")
    assert process.stdout
    own = Emulator(json.loads(process.stdout.readline())["endpoint"], tmp_path / "log", process.pid)
    register(own, tmp_path, f"import os\nprint(os.getpid(), flush=True)\n{WAITS}")
    pid = int(lines(own.client, started(own.client, define(own.client))["taskArn"])[0])
    process.kill()
    process.wait()
    assert gone(pid)


@patched
def test_a_reset_ends_the_commands(emulator: Any, aws: Any, tmp_path: Path) -> None:
    register(emulator, tmp_path, f"import os\nprint(os.getpid(), flush=True)\n{WAITS}")
    task = started(aws, define(aws))
    pid = int(lines(aws, task["taskArn"])[0])
    emulator.call("POST", "/moto-api/reset")
    assert gone(pid)


@patched
def test_a_task_can_be_kept_in_sight(emulator: Any, aws: Any, tmp_path: Path) -> None:
    register(emulator, tmp_path, "", minimumSeconds=0.5)
    done = until(aws, start(aws, define(aws)), "STOPPED")
    assert (done["stoppedAt"] - done["startedAt"]).total_seconds() >= 0.5


@patched
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"command": ["no-such-program"]}, "the command no-such-program"),
        ({"directory": "/no/such/folder"}, "the folder /no/such/folder"),
    ],
)
def test_what_cannot_start_says_so(emulator: Any, aws: Any, tmp_path: Path, change: Any, reason: str) -> None:
    register(emulator, tmp_path, "", **change)
    done = until(aws, start(aws, define(aws)), "STOPPED")
    assert done["stopCode"] == "TaskFailedToStart"
    assert done["stoppedReason"].startswith("CannotPullContainerError: ")
    assert reason in done["stoppedReason"]
    assert "startedAt" not in done
    assert "exitCode" not in done["containers"][0]


@patched
def test_a_missing_log_group_keeps_a_task_from_starting(emulator: Any, aws: Any, tmp_path: Path) -> None:
    register(emulator, tmp_path, "")
    parameters = define(aws)
    aws("logs").delete_log_group(logGroupName=GROUP)
    done = until(aws, start(aws, parameters), "STOPPED")
    assert done["stopCode"] == "TaskFailedToStart"
    assert GROUP in done["stoppedReason"]


@patched
def test_spot_capacity_is_named_on_the_task(aws: Any) -> None:
    strategy = [{"capacityProvider": "FARGATE_SPOT", "weight": 1}, {"capacityProvider": "FARGATE", "weight": 0}]
    (task,) = aws("ecs").run_task(**define(aws), capacityProviderStrategy=strategy)["tasks"]
    assert (task["capacityProviderName"], task["launchType"]) == ("FARGATE_SPOT", "FARGATE")


@patched
def test_a_strategy_and_a_launch_type_exclude_each_other(aws: Any) -> None:
    with pytest.raises(ClientError) as refused:
        start(aws, define(aws), capacityProviderStrategy=[{"capacityProvider": "FARGATE", "weight": 1}])
    assert refused.value.response["Error"]["Code"] == "InvalidParameterException"


@patched
def test_a_task_that_does_not_exist_cannot_be_stopped(aws: Any) -> None:
    define(aws)
    with pytest.raises(ClientError) as refused:
        aws("ecs").stop_task(cluster="pipeline", task="0" * 32)
    assert refused.value.response["Error"]["Code"] == "InvalidParameterException"


def test_registrations_are_listed_replaced_and_deleted(emulator: Any, tmp_path: Path) -> None:
    register(emulator, tmp_path, "")
    register(emulator, tmp_path, "", minimumSeconds=2)
    (found,) = emulator.call("GET", "/mlinfra-emulator/containers")["containers"]
    command = ["python3", "-m", "step"]
    assert found == {"image": IMAGE, "directory": str(tmp_path), "command": command, "minimumSeconds": 2}
    assert emulator.call("DELETE", "/mlinfra-emulator/containers") == {"containers": []}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"image": ""}, "image must be"),
        ({"directory": "steps"}, "full path"),
        ({"command": "python3"}, "list of words"),
        ({"minimumSeconds": -1}, "minimumSeconds must be"),
        ({"minimum": 1}, "Unknown field minimum"),
    ],
)
def test_a_registration_that_cannot_be_used_is_refused(emulator: Any, tmp_path: Path, change: Any, said: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        register(emulator, tmp_path, "", **change)
    assert refused.value.code == 400
    assert said in json.loads(refused.value.read())["error"]
