"""The Lambda's edge: an HTTP API event in, an answer out."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, Protocol

from pipeline_api import logs, responses, routes, settings
from pipeline_api.errors import ServiceError
from pipeline_api.logs import log
from pipeline_api.request import read_request


class Context(Protocol):
    """The part of Lambda's context object that is used."""

    aws_request_id: str


def handle(event: Mapping[str, Any], context: Context) -> responses.Response:
    """Entry point named in the image's CMD."""
    started = time.monotonic()
    logs.request_id.set(context.aws_request_id)
    logs.configure("INFO")
    try:
        configured = settings.current()
        logs.configure(configured.log_level)
        response = routes.dispatch(read_request(event), configured)
    except ServiceError as error:
        response = responses.error_response(error)
    except settings.SettingsError as error:
        log.error("misconfigured", extra={"fields": {"reason": str(error)}})
        hint = "Apply the stack's Terraform again; it sets the variable."
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
    fields = {
        "api_request_id": (event.get("requestContext") or {}).get("requestId", ""),
        "route": event.get("routeKey", ""),
        "status": response["statusCode"],
        "duration_ms": round((time.monotonic() - started) * 1000),
    }
    log.info("request", extra={"fields": fields})
    return response
