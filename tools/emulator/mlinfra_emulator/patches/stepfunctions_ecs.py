"""Step Functions and ECS: a task that fails fails its state, and ends with its state."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from botocore.exceptions import ClientError
from moto.stepfunctions.parser.api import HistoryEventType, TaskFailedEventDetails
from moto.stepfunctions.parser.asl.component.common.error_name.custom_error_name import CustomErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.error_name import ErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import (
    FailureEvent,
    FailureEventException,
)
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name import StatesErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name_type import StatesErrorNameType
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import state_task_service_ecs
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_callback import (
    StateTaskServiceCallback,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_ecs import (
    StateTaskServiceEcs,
)
from moto.stepfunctions.parser.asl.eval.environment import Environment
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails

from ..containers.running import run_of
from ..containers.task_run import TaskRun
from .rebinding import wrap_method

# A task that runs ends in its own time, and its state is told at once; this is for a state that ends first.
LOOK_EVERY_SECONDS = 0.1
STOPPED_BY_STATE = "The state of Step Functions that ran this task has ended"
# Parameters of RunTask that AWS takes, and moto drops.
MORE_PARAMETERS = {"CapacityProviderStrategy", "EnableECSManagedTags", "ReferenceId", "Tags"}


def apply() -> None:
    state_task_service_ecs._SUPPORTED_API_PARAM_BINDINGS["runtask"].update(MORE_PARAMETERS)
    wrap_method(StateTaskServiceEcs, "_build_sync_resolver", _build_sync_resolver)
    # Both are inherited, and only tasks of ECS are to behave so.
    StateTaskServiceEcs._eval_sync = _eval_sync
    StateTaskServiceEcs._from_error = _from_error
    StateTaskServiceEcs._from_boto_response_value = staticmethod(_response_value)


def _response_value(value: Any) -> Any:
    """Results of ECS carry times as milliseconds, unlike those of calls through the SDK."""
    return int(value.timestamp() * 1000) if isinstance(value, datetime) else value


class _Resolver:
    """Gives the description of the stopped task, None while it runs, and ends it when nobody waits any more."""

    def __init__(self, state: StateTaskServiceEcs, env: Environment, resolve: Callable[[], Any], run: TaskRun | None):
        self._state = state
        self._env = env
        self._resolve = resolve
        self._run = run

    def __call__(self) -> dict[str, Any] | None:
        while self._run and not self._run.ended.wait(LOOK_EVERY_SECONDS):
            if not self._env.is_running():
                return None
        task = self._resolve()
        if task and _has_failed(task):
            name = StatesErrorNameType.StatesTaskFailed
            cause = json.dumps(task, separators=(",", ":"))
            raise FailureEventException(
                _failure(self._state, self._env, StatesErrorName(typ=name), name.to_name(), cause)
            )
        return task

    def stop(self) -> None:
        if self._run:
            self._run.stop(STOPPED_BY_STATE)


def _build_sync_resolver(
    original: Any, self: StateTaskServiceEcs, env: Environment, *args: Any, **kwargs: Any
) -> _Resolver:
    run = run_of(env.stack[-1]["Tasks"][0]["TaskArn"])
    return _Resolver(self, env, original(self, env, *args, **kwargs), run)


def _eval_sync(self: StateTaskServiceEcs, env: Environment, sync_resolver: _Resolver, **kwargs: Any) -> Any:
    try:
        return StateTaskServiceCallback._eval_sync(self, env=env, sync_resolver=sync_resolver, **kwargs)
    finally:
        # Of no effect on a task that has ended; else the state timed out or its execution was stopped.
        sync_resolver.stop()


def _has_failed(task: dict[str, Any]) -> bool:
    if task.get("StopCode") == "TaskFailedToStart":
        return True
    return any(each.get("ExitCode") != 0 for each in task["Containers"])


def _from_error(self: StateTaskServiceEcs, env: Environment, ex: Exception) -> FailureEvent:
    if not isinstance(ex, ClientError):
        return StateTaskServiceCallback._from_error(self, env=env, ex=ex)
    code = ex.response["Error"]["Code"].removesuffix("Exception")
    name = f"ECS.{code}Exception"
    return _failure(self, env, CustomErrorName(name), name, ex.response["Error"]["Message"])


def _failure(state: StateTaskServiceEcs, env: Environment, name: ErrorName, error: str, cause: str) -> FailureEvent:
    return FailureEvent(
        env=env,
        error_name=name,
        event_type=HistoryEventType.TaskFailed,
        event_details=EventDetails(
            taskFailedEventDetails=TaskFailedEventDetails(
                resource=state._get_sfn_resource(),
                resourceType=state._get_sfn_resource_type(),
                error=error,
                cause=cause,
            )
        ),
    )
