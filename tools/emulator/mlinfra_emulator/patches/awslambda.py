"""Lambda: configuration read back as written, pages, and an honest answer to an invocation."""

import json
import threading
from contextlib import suppress
from typing import Any

from moto.awslambda.exceptions import InvalidParameterValueException
from moto.awslambda.models import ImageConfig, LambdaBackend, LambdaFunction
from moto.awslambda.responses import LambdaResponse
from moto.awslambda_simple.models import LambdaSimpleBackend

from ..functions.invocation import HandlerFailed, invoke_function
from ..functions.registrations import FUNCTIONS, Handler
from .json_pages import PageNames, page_lists
from .rebinding import wrap_method

LISTS = {"list_functions": "Functions", "list_versions_by_function": "Versions", "list_aliases": "Aliases"}
PAGE_SIZE = 50
NOT_RUN = {
    "errorType": "FunctionNotRun",
    "errorMessage": "The emulator does not run function code. Register a folder for its image with "
    "PUT /mlinfra-emulator/functions, or queue the answer of the next invocation with "
    "POST /moto-api/static/lambda-simple/response.",
}


def apply() -> None:
    wrap_method(LambdaFunction, "__init__", _keep_logging_config)
    wrap_method(LambdaFunction, "get_configuration", _get_configuration)
    wrap_method(LambdaFunction, "update_configuration", _update_configuration)
    wrap_method(LambdaSimpleBackend, "invoke", _invoke)
    wrap_method(LambdaBackend, "put_function_event_invoke_config", _replace_event_config)
    wrap_method(LambdaBackend, "update_function_event_invoke_config", _update_event_config)
    for method, items in LISTS.items():
        names = PageNames(items, "Marker", "NextMarker", "MaxItems", PAGE_SIZE, PAGE_SIZE)
        page_lists(LambdaResponse, (method,), names, InvalidParameterValueException)


def _keep_logging_config(original: Any, self: LambdaFunction, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    spec = kwargs["spec"] if "spec" in kwargs else args[1]
    self.logging_config = spec.get("LoggingConfig") or {}
    self.key_arn = spec.get("KMSKeyArn")


def _get_configuration(original: Any, self: LambdaFunction, *args: Any, **kwargs: Any) -> dict[str, Any]:
    configuration = original(self, *args, **kwargs)
    image = self.image_config
    if not (image.cmd or image.entry_point or image.working_directory):
        configuration.pop("ImageConfigResponse", None)
    defaults = {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{self.function_name}"}
    configuration["LoggingConfig"] = {**defaults, **self.logging_config}
    if self.key_arn:
        configuration["KMSKeyArn"] = self.key_arn
    return configuration


def _update_configuration(original: Any, self: LambdaFunction, updates: dict[str, Any]) -> dict[str, Any]:
    """moto keeps only some of the fields of an update and answers 200 to the others."""
    if updates.get("EphemeralStorage"):
        self.ephemeral_storage = updates["EphemeralStorage"]["Size"]
    if updates.get("TracingConfig"):
        self.tracing_config = updates["TracingConfig"]
    if updates.get("LoggingConfig"):
        self.logging_config = updates["LoggingConfig"]
    if "KMSKeyArn" in updates:
        self.key_arn = updates["KMSKeyArn"]
    if "ImageConfig" in updates:
        self.image_config = ImageConfig(updates["ImageConfig"] or {})
    return original(self, updates)


def _replace_event_config(
    original: Any, self: LambdaBackend, function_name: str, config: dict[str, Any]
) -> dict[str, Any]:
    """moto appends, and answers with the first for ever."""
    answer = original(self, function_name, config)
    function = self.get_function(function_name)
    function.event_invoke_config = function.event_invoke_config[-1:]
    return answer


def _update_event_config(
    original: Any, self: LambdaBackend, function_name: str, config: dict[str, Any]
) -> dict[str, Any]:
    """An update changes what it names and keeps the rest."""
    current = self.get_function(function_name).event_invoke_config
    return original(self, function_name, {**(current[0].config if current else {}), **config})


def _invoke(
    original: Any,
    self: LambdaSimpleBackend,
    function_name: str,
    qualifier: str | None,
    body: Any,
    headers: Any,
    response_headers: Any,
) -> bytes | None:
    """moto echoes the payload, for functions that do not exist too."""
    function = self.get_function(function_name, qualifier)  # raises ResourceNotFoundException
    handler = FUNCTIONS.find(function.code.get("ImageUri", ""))
    if handler and headers.get("X-Amz-Invocation-Type") != "DryRun" and not self.lambda_simple_results_queue:
        return _run(handler, function, body, headers, response_headers)
    if headers.get("X-Amz-Invocation-Type") in ("Event", "DryRun"):
        return b""
    if self.lambda_simple_results_queue:
        return original(self, function_name, qualifier, body, headers, response_headers)
    response_headers["x-amz-function-error"] = "Unhandled"
    return json.dumps(NOT_RUN).encode()


def _run(handler: Handler, function: LambdaFunction, body: Any, headers: Any, response_headers: Any) -> bytes:
    event = json.loads(body or "null")

    def invoke() -> Any:
        return invoke_function(handler, function, event)

    if headers.get("X-Amz-Invocation-Type") == "Event":

        def unheard() -> None:
            # What went wrong, the emulator's output tells.
            with suppress(HandlerFailed):
                invoke()

        threading.Thread(target=unheard, daemon=True).start()
        return b""
    try:
        return json.dumps(invoke()).encode()
    except HandlerFailed as failure:
        response_headers["x-amz-function-error"] = "Unhandled"
        return json.dumps(failure.error).encode()
