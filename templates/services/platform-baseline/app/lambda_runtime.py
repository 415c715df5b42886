"""The side of Lambda that a program must speak itself where its image is not one of AWS's: ask for an event, answer it, ask again.

AWS Lambda developer guide, "Using the Lambda runtime API for custom runtimes".
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from http.client import HTTPConnection
from typing import Any

from app.logs import log

_ROOT = "/2018-06-01/runtime"


def is_lambda() -> bool:
    return "AWS_LAMBDA_RUNTIME_API" in os.environ


def serve(respond: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Answers events until Lambda ends the process."""
    # No time limit: the process sleeps in the first request until there is something to do.
    runtime = HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    while True:
        invocation, event = _next(runtime)
        try:
            answer = json.dumps(respond(event)).encode()
        except Exception as error:
            log.exception("event failed")
            _post(runtime, f"/invocation/{invocation}/error", _described(error))
        else:
            _post(runtime, f"/invocation/{invocation}/response", answer)


def report_start_error(error: Exception) -> None:
    """Lambda shows it, and tries a new process."""
    _post(HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"]), "/init/error", _described(error))


def _next(runtime: HTTPConnection) -> tuple[str, dict[str, Any]]:
    runtime.request("GET", f"{_ROOT}/invocation/next")
    response = runtime.getresponse()
    content = response.read()
    invocation = response.getheader("Lambda-Runtime-Aws-Request-Id")
    if response.status != 200 or not invocation:
        raise RuntimeError(f"Lambda answered {response.status} instead of an event: {content[:200]!r}")
    trace = response.getheader("Lambda-Runtime-Trace-Id")
    if trace:
        os.environ["_X_AMZN_TRACE_ID"] = trace
    return invocation, json.loads(content)


def _post(runtime: HTTPConnection, path: str, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    runtime.request("POST", f"{_ROOT}{path}", body, headers)
    response = runtime.getresponse()
    response.read()
    if response.status >= 300:
        log.error("answer refused", extra={"fields": {"path": path, "status": response.status}})


def _described(error: Exception) -> bytes:
    return json.dumps({"errorType": type(error).__name__, "errorMessage": str(error), "stackTrace": []}).encode()
