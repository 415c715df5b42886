"""What was answered, for those whose answer was lost on the way.

An SDK whose connection broke asks again under the same invocation id. AWS tells
a repeated creation apart by tokens and by what is there already; moto creates a
second one, or says that there is one.
"""

import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from wsgiref.types import StartResponse

MOST_ANSWERS = 1000
MOST_BYTES = 100_000


@dataclass
class Answer:
    status: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""


class AnsweredRequests:
    """The newest answers to what changes something, by the invocation id of the SDK."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def earlier(self, environ: dict[str, Any]) -> Answer | None:
        """The answer that the sender has not received, if it asks again and was answered well."""
        attempt = environ.get("HTTP_AMZ_SDK_REQUEST", "attempt=1").partition(";")[0]
        if attempt == "attempt=1":
            return None
        with self._lock:
            return self._answers.get(environ.get("HTTP_AMZ_SDK_INVOCATION_ID", ""))

    def keep(self, environ: dict[str, Any], answer: Answer, body: Iterable[bytes]) -> Iterable[bytes]:
        """Keeps what a request is answered. Gives the body, to be sent."""
        invocation = environ.get("HTTP_AMZ_SDK_INVOCATION_ID")
        if not invocation or environ["REQUEST_METHOD"] in ("GET", "HEAD") or not answer.status.startswith("2"):
            return body
        parts = list(body)
        answer.body = b"".join(parts)
        if hasattr(body, "close"):
            body.close()
        if len(answer.body) <= MOST_BYTES:
            with self._lock:
                self._answers[invocation] = answer
                while len(self._answers) > MOST_ANSWERS:
                    self._answers.popitem(last=False)
        return parts


def remember(start_response: StartResponse, answer: Answer) -> StartResponse:
    """Writes status and headers down as they are sent."""

    def started(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        answer.status, answer.headers = status, headers
        return start_response(status, headers, exc_info)

    return started
