"""Step Functions: what a state still does after it has timed out, or its execution was stopped, is no event."""

from typing import Any

from moto.stepfunctions.parser.asl.component.state.exec.execute_state import ExecutionState
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service import (
    StateTaskService,
)
from moto.stepfunctions.parser.asl.eval.environment import Environment

from .rebinding import wrap_method


def apply() -> None:
    wrap_method(StateTaskService, "_after_eval_execution", _after_eval_execution)
    wrap_method(ExecutionState, "_evaluate_with_timeout", _evaluate_with_timeout)


def _after_eval_execution(original: Any, self: StateTaskService, env: Environment, *args: Any, **kwargs: Any) -> None:
    """moto counts a task as succeeded that its state has given up."""
    if env.is_running():
        original(self, env, *args, **kwargs)


def _evaluate_with_timeout(original: Any, self: ExecutionState, env: Environment) -> None:
    """moto tells what the end of the execution did to its state as a failure of that state."""
    try:
        original(self, env)
    except Exception:
        if env.is_running():
            raise
