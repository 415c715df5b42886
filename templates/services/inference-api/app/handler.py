"""The Lambda's edge: an event in, an answer out. Two kinds of event exist: HTTP and job."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from app import jobs, logs, responses, routes, settings
from app.deadline import Deadline
from app.errors import ServiceError
from app.logs import log
from app.request import read_request


class Context(Protocol):
    """The part of Lambda's context object that is used."""

    aws_request_id: str

    def get_remaining_time_in_millis(self) -> int: ...


def handle(event: Mapping[str, Any], context: Context) -> dict[str, Any]:
    """Entry point named in the image's CMD."""
    logs.request_id.set(context.aws_request_id)
    logs.configure("INFO")
    if jobs.EVENT_KEY in event:
        configured = settings.current()
        logs.configure(configured.log_level)
        return jobs.run(configured, event[jobs.EVENT_KEY], context.get_remaining_time_in_millis())
    return _answer(event, context)


def _answer(event: Mapping[str, Any], context: Context) -> responses.Response:
    started = time.monotonic()
    allowed: Sequence[str] = ()
    origin = ""
    methods: Sequence[str] = ("GET", "POST")
    try:
        configured = settings.current()
        logs.configure(configured.log_level)
        allowed = configured.cors_allowed_origins
        request = read_request(event)
        origin = request.headers.get("origin", "")
        methods = tuple(routes.find(request))
        if request.method == "OPTIONS":
            response = responses.preflight_response()
        else:
            deadline = Deadline.after_milliseconds(context.get_remaining_time_in_millis())
            response = routes.dispatch(request, configured, deadline)
    except ServiceError as error:
        response = responses.error_response(error)
        if error.status == 405:
            response = responses.with_headers(response, {"Allow": ", ".join([*methods, "OPTIONS"])})
    except settings.SettingsError as error:
        log.error("misconfigured", extra={"fields": {"reason": str(error)}})
        hint = "Correct the variable in the stack's tfvars and apply again."
        response = responses.error_response(ServiceError(500, "misconfigured", str(error), hint))
    except Exception:
        log.exception("request failed")
        response = responses.error_response(
            ServiceError(
                500,
                "internal_error",
                "The service failed on this request.",
                f"Look for request id {context.aws_request_id} in the function's log group.",
            )
        )
    _log_request(event, response, started)
    return responses.with_headers(
        response,
        responses.cors_headers(origin, allowed, methods) | {"X-Request-Id": context.aws_request_id},
    )


def _log_request(event: Mapping[str, Any], response: responses.Response, started: float) -> None:
    gateway = event.get("requestContext") or {}
    fields = {
        "api_request_id": gateway.get("requestId", ""),
        "method": event.get("httpMethod", ""),
        "resource": event.get("resource", ""),
        "status": response["statusCode"],
        "duration_ms": round((time.monotonic() - started) * 1000),
    }
    log.info("request", extra={"fields": fields})
