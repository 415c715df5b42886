"""One task whose container runs: its way from PROVISIONING to STOPPED, as ECS reports it."""

import threading
import time
from typing import Any

from moto.core.utils import utcnow
from moto.ecs.models import Container, Task, TaskDefinition

from .environment import container_environment
from .log_stream import LogStream
from .process import CannotStartContainer, ContainerProcess
from .registrations import Registration

# ECS waits 30 s between the two signals; whoever watches an emulated task would call that a hang.
LONGEST_GRACE_SECONDS = 3
PROVISIONING_SECONDS = 0.05


class TaskRun:
    """Started once; `ended` is set when the task is STOPPED, however it went."""

    def __init__(self, task: Task, definition: TaskDefinition, declared: dict[str, Any], registration: Registration):
        self.status = "PROVISIONING"
        self.ended = threading.Event()
        self._task = task
        self._declared = declared
        self._registration = registration
        self._role = getattr(definition, "task_role_arn", None) or f"arn:aws:iam::{task._account_id}:role/task"
        self._process: ContainerProcess | None = None
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._why = ("EssentialContainerExited", "Essential container in task exited")
        self._container = _describe(task, declared)

    def start(self) -> None:
        threading.Thread(target=self._run, daemon=True).start()

    def stop(self, reason: str) -> None:
        """Asks the command to end; the task is STOPPED when it has. Asking twice changes nothing."""
        with self._lock:
            if self._stopping.is_set() or self.ended.is_set():
                return
            self._why = ("UserInitiated", reason)
            self._task.desired_status = "STOPPED"
            self._task.stopping_at = utcnow()
            self._stopping.set()
            if self._process:
                self._process.terminate(self._grace())

    def kill(self) -> None:
        with self._lock:
            self._stopping.set()
            if self._process:
                self._process.kill()

    def _grace(self) -> float:
        return min(self._declared.get("stopTimeout") or LONGEST_GRACE_SECONDS, LONGEST_GRACE_SECONDS)

    def _run(self) -> None:
        code = None
        try:
            code = self._run_container()
        except CannotStartContainer as error:
            self._failed_to_start(str(error))
        except Exception as error:  # noqa: BLE001 - a task that nobody ends would keep its execution waiting for ever
            self._failed_to_start(f"CannotStartContainerError: {type(error).__name__}: {error}")
        self._stopped(code)

    def _run_container(self) -> int | None:
        """None when the task was stopped before its container had started."""
        task = self._task
        # RunTask answers meanwhile, and as on AWS with a task that does not run yet.
        self._stopping.wait(PROVISIONING_SECONDS)
        self.status = "PENDING"
        task.pull_started_at = utcnow()
        log = LogStream(task._account_id, task.region_name, self._declared, task.id)
        environment = container_environment(
            self._environment(),
            directory=self._registration.directory,
            account=task._account_id,
            region=task.region_name,
            role=self._role,
            session=task.id,
        )
        with self._lock:
            if self._stopping.is_set():
                return None
            self._process = ContainerProcess(self._registration, environment, log.write)
        started = time.monotonic()
        task.pull_stopped_at = task.connectivity_at = task.started_at = utcnow()
        self._container.last_status = self.status = "RUNNING"
        code = self._process.wait()
        self._stopping.wait(max(0, started + self._registration.minimumSeconds - time.monotonic()))
        return code

    def _environment(self) -> dict[str, str]:
        overrides = self._task.overrides.get("containerOverrides") or []
        own = [each for each in overrides if each.get("name") == self._declared["name"]]
        given = [self._declared, *own]
        return {each["name"]: each["value"] for source in given for each in source.get("environment") or []}

    def _failed_to_start(self, reason: str) -> None:
        self._why = ("TaskFailedToStart", reason)
        self._container.reason = reason

    def _stopped(self, code: int | None) -> None:
        task = self._task
        with self._lock:
            task.stop_code, task.stopped_reason = self._why
            task.desired_status = "STOPPED"
            task.stopping_at = task.stopping_at or utcnow()
            task.execution_stopped_at = task.stopped_at = utcnow()
            self._container.exitCode = code
            self._container.last_status = self.status = "STOPPED"
            self.ended.set()


def _describe(task: Task, declared: dict[str, Any]) -> Container:
    """Says of the task and its container what moto does not."""
    task.stopping_at = None
    task.connectivity = "CONNECTED"
    task.platform_version = task.platform_version or "1.4.0"
    task.platform_family = "Linux"
    (container,) = task.containers
    own_id = container.container_arn.split("/")[-1]
    container.container_arn = f"{task.task_arn.replace(':task/', ':container/')}/{own_id}"
    container.task_arn = task.task_arn
    container.name, container.image = declared["name"], declared["image"]
    container.image_digest = declared["image"].partition("@")[2] or None
    # ECS gives both as text.
    container.cpu, container.memory = (str(declared.get(each) or 0) for each in ("cpu", "memory"))
    container.runtime_id = f"{task.id.replace('-', '')}-{own_id[-10:]}"
    container.health_status = "UNKNOWN"
    container.exitCode = None
    return container
