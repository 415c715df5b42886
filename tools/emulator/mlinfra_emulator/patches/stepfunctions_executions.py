"""Step Functions: executions as AWS starts, describes and stops them, and their history in pages."""

import json
import re
import time
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.stepfunctions.exceptions import InvalidExecutionInput, InvalidName
from moto.stepfunctions.parser.asl.eval.program_state import ProgramStopped
from moto.stepfunctions.parser.backend.execution import BaseExecutionWorkerCommunication, Execution
from moto.stepfunctions.parser.models import StepFunctionsParserBackend
from moto.stepfunctions.responses import StepFunctionResponse

from .paging import InvalidToken, take_page
from .rebinding import wrap_method

DEFAULT_PAGE = 100
LARGEST_PAGE = 1000
NAME = re.compile(r"[^\s<>{}\[\]?*\"#%\\^|~`$&,;:/\x00-\x1f\x7f-\x9f]{1,80}")
# A state hears of the end of its execution within its own waiting; a call it is in comes back first.
LONGEST_STOP_SECONDS = 5
DATA = {"input": "inputDetails", "output": "outputDetails"}


def apply() -> None:
    wrap_method(StepFunctionsParserBackend, "start_execution", _start_execution)
    wrap_method(StepFunctionResponse, "describe_execution", _describe_execution)
    wrap_method(StepFunctionResponse, "list_executions", _list_executions)
    wrap_method(StepFunctionResponse, "stop_execution", _stop_execution)
    wrap_method(StepFunctionResponse, "get_execution_history", _get_execution_history)
    wrap_method(StepFunctionResponse, "describe_state_machine_for_execution", _describe_state_machine_for_execution)
    wrap_method(BaseExecutionWorkerCommunication, "_reflect_execution_status", _reflect_execution_status)


def _start_execution(
    original: Any,
    self: StepFunctionsParserBackend,
    state_machine_arn: str,
    name: str,
    execution_input: str | None = None,
    *args: Any,
) -> Execution:
    if not NAME.fullmatch(name):
        raise InvalidName(f"Invalid Name: '{name}'")
    try:
        json.loads(execution_input or "{}")
    except ValueError as error:
        raise InvalidExecutionInput(f"Invalid State Machine Execution Input: '{error}'") from error
    return original(self, state_machine_arn, name, execution_input, *args)


def _reflect_execution_status(original: Any, self: BaseExecutionWorkerCommunication) -> None:
    """What an execution was stopped with is told with it; moto keeps it for the history alone."""
    ended = self.execution.exec_worker.env.program_state()
    if isinstance(ended, ProgramStopped):
        self.execution.error, self.execution.cause = ended.error, ended.cause
    original(self)


def _describe_execution(original: Any, self: StepFunctionResponse) -> ActionResult:
    described = original(self).result
    execution = self.stepfunction_backend.describe_execution(self._get_param("executionArn"))
    if execution.status != "RUNNING":
        # moto leaves it out of executions that timed out.
        described["stopDate"] = execution.stop_date
    return ActionResult({**described, "inputDetails": execution.input_details})


def _list_executions(original: Any, self: StepFunctionResponse) -> ActionResult:
    _page_size(self)
    listed = original(self).result
    by_arn = {each["executionArn"]: each for each in listed["executions"]}
    machine = self.stepfunction_backend.describe_state_machine(self._get_param("stateMachineArn"))
    for execution in machine.executions:
        if execution.execution_arn in by_arn and execution.status != "RUNNING":
            by_arn[execution.execution_arn]["stopDate"] = execution.stop_date
    return ActionResult(listed)


def _stop_execution(original: Any, self: StepFunctionResponse) -> ActionResult:
    """Answers once the execution is ABORTED, with the time of it."""
    execution = self.stepfunction_backend.describe_execution(self._get_param("executionArn"))
    end = time.monotonic() + LONGEST_STOP_SECONDS
    # An execution takes a stop from its first state on, and starts in a thread of its own.
    while not (execution.exec_worker.env and execution.exec_worker.env.program_state()) and time.monotonic() < end:
        time.sleep(0.005)
    execution.stop(stop_date=utcnow(), error=self._get_param("error"), cause=self._get_param("cause"))
    while execution.status == "RUNNING" and time.monotonic() < end:
        time.sleep(0.005)
    return ActionResult({"stopDate": execution.stop_date or utcnow()})


def _get_execution_history(original: Any, self: StepFunctionResponse) -> ActionResult:
    arn = self._get_param("executionArn")
    events = original(self).result["events"]
    newest_first = bool(self._get_param("reverseOrder"))
    if newest_first:
        events.reverse()
    if self._get_param("includeExecutionData") is False:
        for event in events:
            _leave_out_data(event)
    token = self._get_param("nextToken")
    try:
        page, following = take_page(events, _page_size(self), token, [arn, newest_first])
    except InvalidToken as error:
        raise JsonRESTError("InvalidToken", f"Invalid Token: '{error}'") from error
    return ActionResult({"events": page, **({"nextToken": following} if following else {})})


def _leave_out_data(event: dict[str, Any]) -> None:
    for details in event.values():
        if isinstance(details, dict):
            for data, about in DATA.items():
                details.pop(data, None)
                details.pop(about, None)


def _page_size(self: StepFunctionResponse) -> int:
    given = self._get_param("maxResults") or DEFAULT_PAGE
    if not 0 <= given <= LARGEST_PAGE:
        raise JsonRESTError(
            "ValidationException",
            f"1 validation error detected: Value '{given}' at 'maxResults' failed to satisfy constraint: "
            f"Member must have value less than or equal to {LARGEST_PAGE}",
        )
    return given


def _describe_state_machine_for_execution(original: Any, self: StepFunctionResponse) -> ActionResult:
    """The state machine as the execution found it; moto gives it as it is now."""
    execution = self.stepfunction_backend.describe_execution(self._get_param("executionArn"))
    machine = execution.state_machine
    return ActionResult(
        {
            "stateMachineArn": machine.arn,
            "name": machine.name,
            "definition": machine.definition,
            "roleArn": execution.role_arn,
            "updateDate": machine.update_date,
            "loggingConfiguration": machine.loggingConfiguration,
            "tracingConfiguration": machine.tracingConfiguration,
            "encryptionConfiguration": machine.encryptionConfiguration,
        }
    )
