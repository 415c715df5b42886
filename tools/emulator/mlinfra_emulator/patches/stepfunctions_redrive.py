"""Step Functions: RedriveExecution, and what executions say of it."""

import time
from datetime import datetime, timedelta
from typing import Any

from moto.core.exceptions import AWSError
from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.stepfunctions.exceptions import ValidationException
from moto.stepfunctions.parser.backend.execution import Execution
from moto.stepfunctions.responses import StepFunctionResponse

from .execution_redrive import CannotResume, resume
from .rebinding import add_method, wrap_method

UNSUCCESSFUL = ("FAILED", "ABORTED", "TIMED_OUT")
PERIOD = timedelta(days=14)
MOST_EVENTS = 24_999
TOKEN_SECONDS = 15 * 60
TOKENS_KEPT = 10


class ExecutionNotRedrivable(AWSError):
    TYPE = "ExecutionNotRedrivable"
    STATUS = 400


class Redrives:
    """How often and when an execution was redriven, and by which requests."""

    def __init__(self) -> None:
        self.count = 0
        self.date: datetime | None = None
        self._by_token: dict[str, tuple[float, datetime]] = {}

    def answered(self, token: str | None) -> datetime | None:
        """The date that the same request was answered with not long ago."""
        at, date = self._by_token.get(token or "", (0.0, None))
        return date if date and time.monotonic() - at < TOKEN_SECONDS else None

    def add(self, token: str | None) -> datetime:
        self.count += 1
        self.date = utcnow()
        if token:
            self._by_token[token] = (time.monotonic(), self.date)
            for oldest in list(self._by_token)[:-TOKENS_KEPT]:
                del self._by_token[oldest]
        return self.date


def apply() -> None:
    add_method(StepFunctionResponse, redrive_execution)
    wrap_method(StepFunctionResponse, "describe_execution", _describe_execution)
    wrap_method(StepFunctionResponse, "list_executions", _list_executions)


def redrive_execution(self: StepFunctionResponse) -> ActionResult:
    execution = self.stepfunction_backend.describe_execution(self._get_param("executionArn"))
    redrives, token = _redrives(execution), self._get_param("clientToken")
    answered = redrives.answered(token)
    if answered:
        return ActionResult({"redriveDate": answered})
    reason = _not_redrivable(execution)
    if reason:
        raise ExecutionNotRedrivable(reason)
    try:
        resume(execution, redrives.count + 1)
    except CannotResume as error:
        raise ValidationException(str(error)) from error
    return ActionResult({"redriveDate": redrives.add(token)})


def _redrives(execution: Execution) -> Redrives:
    return vars(execution).setdefault("mlinfra_redrives", Redrives())


def _not_redrivable(execution: Execution) -> str | None:
    """Why AWS would refuse, in its words; None for an execution that can be redriven."""
    status = execution.status
    if status not in UNSUCCESSFUL:
        return f"Execution is {status} and cannot be redriven"
    if len(execution.to_history_output()["events"]) >= MOST_EVENTS:
        return "Execution history event limit exceeded"
    if execution.stop_date and utcnow() - execution.stop_date.replace(tzinfo=None) > PERIOD:
        return "Execution redrivable period exceeded"
    return None


def _described(execution: Execution) -> dict[str, Any]:
    redrives = _redrives(execution)
    return {"redriveCount": redrives.count, **({"redriveDate": redrives.date} if redrives.date else {})}


def _describe_execution(original: Any, self: StepFunctionResponse) -> ActionResult:
    described = original(self).result
    execution = self.stepfunction_backend.describe_execution(self._get_param("executionArn"))
    reason = _not_redrivable(execution)
    status = {"redriveStatus": "NOT_REDRIVABLE", "redriveStatusReason": reason} if reason else {}
    return ActionResult({**described, "redriveStatus": "REDRIVABLE", **status, **_described(execution)})


def _list_executions(original: Any, self: StepFunctionResponse) -> ActionResult:
    listed = original(self).result
    machine = self.stepfunction_backend.describe_state_machine(self._get_param("stateMachineArn"))
    by_arn = {execution.execution_arn: execution for execution in machine.executions}
    for each in listed["executions"]:
        each.update(_described(by_arn[each["executionArn"]]))
    return ActionResult(listed)
