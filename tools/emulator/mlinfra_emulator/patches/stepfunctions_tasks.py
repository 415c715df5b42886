"""Step Functions tasks: parameters and results in the spelling of the service that is called."""

from datetime import datetime, timezone
from functools import cache
from typing import Any

import botocore.session
from botocore import xform_name
from botocore.exceptions import UnknownServiceError
from botocore.model import OperationModel
from botocore.response import StreamingBody
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service import (
    StateTaskService,
)

from .rebinding import replace_method


def apply() -> None:
    # moto ships both as no-ops: `Cluster` then reaches boto3, which only knows `cluster`.
    replace_method(StateTaskService, "_normalise_parameters", normalise_parameters)
    replace_method(StateTaskService, "_normalise_response", normalise_response)
    replace_method(StateTaskService, "_from_boto_response_value", staticmethod(response_value))


def normalise_parameters(
    self: StateTaskService,
    parameters: dict[str, Any],
    boto_service_name: str | None = None,
    service_action_name: str | None = None,
) -> None:
    operation = _called(self, boto_service_name, service_action_name)
    if operation and operation.input_shape:
        self._to_boto_request(parameters, operation.input_shape)


def normalise_response(
    self: StateTaskService,
    response: Any,
    boto_service_name: str | None = None,
    service_action_name: str | None = None,
) -> None:
    operation = _called(self, boto_service_name, service_action_name)
    if operation and operation.output_shape:
        self._from_boto_response(response, operation.output_shape)


def response_value(value: Any) -> Any:
    """The result of a state is JSON, which has no times and no streams."""
    if isinstance(value, StreamingBody):
        return value.read().decode()
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return value


def _called(self: StateTaskService, service: str | None, action: str | None) -> OperationModel | None:
    return _operation(self._get_boto_service_name(service), self._get_boto_service_action(action))


@cache
def _operation(service: str, action: str) -> OperationModel | None:
    """None for what is no call of an SDK, such as `apigateway:invoke`."""
    try:
        model = botocore.session.get_session().get_service_model(service)
    except UnknownServiceError:
        return None
    names = {xform_name(name): name for name in model.operation_names}
    return model.operation_model(names[action]) if action in names else None
