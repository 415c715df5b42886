"""The WSGI application: control routes, faults and counts around moto's own application."""

import json
import time
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication

from .access_log import AccessLog
from .answered_requests import Answer, AnsweredRequests, remember
from .containers.running import kill_all
from .control_routes import PREFIX, ControlRoutes
from .error_bodies import ErrorResponse, error_response
from .execute_api.gateway import answer as answer_api
from .execute_api.gateway import is_api_address
from .execute_api.message import read_request
from .faults import Faults
from .request_counts import RequestCounts
from .request_identity import RequestIdentity, identify


class EmulatorApplication:
    def __init__(self, aws: WSGIApplication, log: AccessLog, patches: list[str]) -> None:
        self._aws = aws
        self._log = log
        self._faults = Faults()
        self._counts = RequestCounts()
        self._answered = AnsweredRequests()
        self._control = ControlRoutes(self._faults, self._counts, patches)

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path.startswith(PREFIX):
            status, answer = self._control.answer(environ)
            return _send(start_response, status, "application/json", (), json.dumps(answer).encode())
        if path.startswith("/moto-api"):
            if path == "/moto-api/reset":
                kill_all()
            return self._aws(environ, start_response)
        return self._serve(environ, start_response)

    def _serve(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        started = time.monotonic()
        request = identify(environ)
        earlier = self._answered.earlier(environ)
        if earlier:
            start_response(earlier.status, earlier.headers)
            status, body = int(earlier.status[:3]), [earlier.body]
        else:
            answer = Answer()
            status, body = self._answer(environ, remember(start_response, answer), request)
            body = self._answered.keep(environ, answer, body)
        self._counts.add(request, status)
        self._log.request(request, environ, status, time.monotonic() - started)
        return body

    def _answer(
        self, environ: dict[str, Any], start_response: StartResponse, request: RequestIdentity
    ) -> tuple[int, Iterable[bytes]]:
        fault = self._faults.take(request)
        if fault:
            status = fault.status_for(request)
            error = error_response(environ, request.service, fault.error, fault.message_for(request))
            return status, _send_error(start_response, status, error)
        if is_api_address(environ.get("HTTP_HOST", "")):
            return self._answer_api(environ, start_response, request)
        seen: list[int] = []
        try:
            body = self._aws(environ, _remember_status(start_response, seen))
        except Exception as failure:
            self._log.failure(request, failure)
            error = error_response(environ, request.service, "InternalFailure", _explain(request, failure))
            return 500, _send_error(start_response, 500, error)
        return seen[0], body


    def _answer_api(
        self, environ: dict[str, Any], start_response: StartResponse, request: RequestIdentity
    ) -> tuple[int, Iterable[bytes]]:
        try:
            answer = answer_api(read_request(environ))
        except Exception as failure:
            self._log.failure(request, failure)
            error = error_response(environ, "apigateway", "InternalFailure", _explain(request, failure))
            return 500, _send_error(start_response, 500, error)
        start_response(f"{answer.status} {'OK' if answer.status < 400 else 'Error'}", [*answer.headers, ("Content-Length", str(len(answer.body)))])
        return answer.status, [answer.body]


def _explain(request: RequestIdentity, failure: Exception) -> str:
    called = f"{request.service}:{request.operation}"
    if isinstance(failure, NotImplementedError):
        return f"The emulator does not have {called}: {failure}."
    return f"The emulator failed at {called}: {type(failure).__name__}: {failure}. Its log has the traceback."


def _remember_status(start_response: StartResponse, seen: list[int]) -> Callable[..., Any]:
    def remember(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        seen.append(int(status.split(" ", 1)[0]))
        return start_response(status, headers, exc_info)

    return remember


def _send_error(start_response: StartResponse, status: int, error: ErrorResponse) -> Iterable[bytes]:
    return _send(start_response, status, error.content_type, error.headers, error.body)


def _send(
    start_response: StartResponse,
    status: int,
    content_type: str,
    headers: tuple[tuple[str, str], ...],
    body: bytes,
) -> Iterable[bytes]:
    start_response(
        f"{status} {'OK' if status < 400 else 'Error'}",
        [("Content-Type", content_type), ("Content-Length", str(len(body))), *headers],
    )
    return [body]
