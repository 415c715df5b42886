"""One call of a registered handler, in a child process that ends with it."""

import base64
import json
import os
import subprocess
import sys
import threading
import uuid
from pathlib import Path
from typing import Any

from ..containers.environment import container_environment
from .registrations import Handler

RUNNER = str(Path(__file__).with_name("run_handler.py"))


class HandlerFailed(Exception):
    """The handler raised, took too long or could not be started; `error` is what Lambda tells of it."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.error = {"errorType": kind, "errorMessage": message}


def invoke_function(handler: Handler, function: Any, event: Any) -> Any:
    """`function` is moto's; gives what its handler returns."""
    request_id = str(uuid.uuid4())
    context = {
        "function_name": function.function_name,
        "function_arn": function.function_arn,
        "memory_mb": function.memory_size,
        "timeout_seconds": function.timeout,
        "request_id": request_id,
    }
    declared = {
        **function.environment_vars,
        "AWS_LAMBDA_FUNCTION_NAME": function.function_name,
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function.memory_size),
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
    }
    environment = container_environment(
        declared,
        directory=handler.directory,
        account=function.account_id,
        region=function.region,
        role=function.role,
        session=request_id,
    )
    environment["AWS_EXECUTION_ENV"] = "AWS_Lambda_python3.12"
    return _run(handler, environment, {"event": event, "context": context}, function.timeout)


def invoke_model(handler: Handler, *, account: str, region: str, role: str, body: bytes, content_type: str) -> Any:
    """Gives `(body, content type)`; SageMaker waits a minute for a model."""
    environment = container_environment(
        {}, directory=handler.directory, account=account, region=region, role=role, session=str(uuid.uuid4())
    )
    request = {"body": base64.b64encode(body).decode(), "content_type": content_type}
    answer = _run(handler, environment, {"model": request}, 60)
    return base64.b64decode(answer["body"]), answer["content_type"]


def _run(handler: Handler, environment: dict[str, str], given: dict[str, Any], seconds: float) -> Any:
    if not os.path.isdir(handler.directory):
        raise HandlerFailed("Runtime.NoFolder", f"The folder {handler.directory} registered for {handler.prefix} is gone.")
    out, into = os.pipe()
    process = subprocess.Popen(
        [sys.executable, RUNNER, handler.handler],
        cwd=handler.directory,
        env={**environment, "MLINFRA_ANSWER_FD": str(into)},
        stdin=subprocess.PIPE,
        stdout=sys.stderr,
        stderr=sys.stderr,
        pass_fds=[into],
        start_new_session=True,
    )
    os.close(into)
    # Read beside the wait: an answer longer than a pipe holds would stop the handler for ever.
    answers: list[bytes] = []
    reader = threading.Thread(target=lambda: answers.append(_read(out)), daemon=True)
    reader.start()
    try:
        process.communicate(json.dumps(given).encode(), timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise HandlerFailed("Sandbox.Timedout", f"Task timed out after {seconds:.2f} seconds") from error
    finally:
        process.kill()
        process.wait()
    reader.join(5)
    answer = json.loads(b"".join(answers) or b"{}")
    if "result" in answer:
        return answer["result"]
    error = answer.get("error") or {"errorType": "Runtime.ExitError", "errorMessage": "The handler's process ended."}
    raise HandlerFailed(error["errorType"], error["errorMessage"])


def _read(out: int) -> bytes:
    with os.fdopen(out, "rb") as answer:
        return answer.read()
