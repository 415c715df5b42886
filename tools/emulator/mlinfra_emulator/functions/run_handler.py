"""
Runs one handler once, in a process of its own: `run_handler.py <module.function>`.

The event comes as JSON on standard input. The answer goes to the file descriptor named by
MLINFRA_ANSWER_FD, since what the handler prints is its log.
"""

import base64
import importlib
import json
import os
import sys
import traceback
from typing import Any


class Context:
    """What Lambda tells a handler about its own invocation."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.function_name = given.get("function_name", "")
        self.function_version = "$LATEST"
        self.invoked_function_arn = given.get("function_arn", "")
        self.memory_limit_in_mb = given.get("memory_mb", 128)
        self.aws_request_id = given.get("request_id", "")
        self.log_group_name = f"/aws/lambda/{self.function_name}"
        self.log_stream_name = self.aws_request_id
        self._milliseconds = int(given.get("timeout_seconds", 3) * 1000)

    def get_remaining_time_in_millis(self) -> int:
        return self._milliseconds


def main() -> None:
    sys.path.insert(0, os.getcwd())
    given = json.load(sys.stdin)
    try:
        module, _, name = sys.argv[1].rpartition(".")
        handler = getattr(importlib.import_module(module), name)
        if "model" in given:
            answer = {"result": _model(handler, given["model"])}
        else:
            answer = {"result": handler(given["event"], Context(given["context"]))}
        text = json.dumps(answer)
    except BaseException as error:
        traceback.print_exc()
        text = json.dumps({"error": {"errorType": type(error).__name__, "errorMessage": str(error)}})
    with os.fdopen(int(os.environ["MLINFRA_ANSWER_FD"]), "w") as out:
        out.write(text)


def _model(handler: Any, request: dict[str, str]) -> dict[str, str]:
    """A model's handler takes the body and its content type, and gives the same of the answer."""
    body, content_type = handler(base64.b64decode(request["body"]), request["content_type"])
    data = body.encode() if isinstance(body, str) else body
    return {"body": base64.b64encode(data).decode(), "content_type": content_type}


if __name__ == "__main__":
    main()
