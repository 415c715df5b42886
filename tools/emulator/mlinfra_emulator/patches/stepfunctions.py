"""Step Functions: definitions checked, versions listed, and executions that can be started again."""

import copy
import uuid
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.core.responses import ActionResult
from moto.stepfunctions.models import StateMachine
from moto.stepfunctions.responses import StepFunctionResponse

from .paging import InvalidToken, take_page
from .rebinding import add_method, wrap_method
from .state_machine_definition import diagnostics

DEFAULT_PAGE = 100


def apply() -> None:
    add_method(StateMachine, __deepcopy__)
    add_method(StepFunctionResponse, validate_state_machine_definition)
    add_method(StepFunctionResponse, list_state_machine_versions)
    wrap_method(StepFunctionResponse, "start_execution", _start_execution)


def __deepcopy__(self: StateMachine, memo: dict[int, Any]) -> StateMachine:
    """
    A snapshot for one execution. moto copies the backend too, with all executions and their
    locks, which cannot be copied: every execution after the first was an error.
    """
    snapshot = copy.copy(self)
    snapshot.executions = []
    return snapshot


def validate_state_machine_definition(self: StepFunctionResponse) -> ActionResult:
    found = diagnostics(self._get_param("definition"))
    most = self._get_param("maxResults") or 100
    return ActionResult(
        {"result": "FAIL" if found else "OK", "diagnostics": found[:most], "truncated": len(found) > most}
    )


def list_state_machine_versions(self: StepFunctionResponse) -> ActionResult:
    """Newest first, as AWS lists them."""
    arn = self._get_param("stateMachineArn")
    machine = self.stepfunction_backend.describe_state_machine(arn)
    versions = sorted(machine.versions.items(), reverse=True)
    listed = [
        {"stateMachineVersionArn": version.arn, "creationDate": version.creation_date} for _, version in versions
    ]
    try:
        page, token = take_page(
            listed, self._get_param("maxResults") or DEFAULT_PAGE, self._get_param("nextToken"), arn
        )
    except InvalidToken as error:
        raise JsonRESTError("InvalidToken", f"Invalid Token: '{error}'") from error
    return ActionResult({"stateMachineVersions": page, **({"nextToken": token} if token else {})})


def _start_execution(original: Any, self: StepFunctionResponse) -> Any:
    """AWS names an execution when its caller does not; moto calls each of them None."""
    if self._get_param("name"):
        return original(self)
    given, name = self._get_param, str(uuid.uuid4())

    def named(key: str, *args: Any, **kwargs: Any) -> Any:
        return name if key == "name" else given(key, *args, **kwargs)

    self._get_param = named
    return original(self)
