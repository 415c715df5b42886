"""One form of error and one log line for every request, whatever happens in it."""

from __future__ import annotations

import time
import uuid
from collections.abc import Awaitable, Callable

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import Request

from app import logs
from app.errors import ServiceError, WrongField
from app.logs import log

# API Gateway takes 10 MB.
MAX_BODY_BYTES = 10_000_000
# Enough to correct a request by.
MAX_WRONG_FIELDS = 50


async def answer(request: Request, proceed: Callable[[Request], Awaitable[Response]]) -> Response:
    """Middleware around every route."""
    started = time.monotonic()
    request_id = str(uuid.uuid4())
    logs.request_id.set(request_id)
    try:
        _refuse_unbounded(request)
        response = await proceed(request)
    except ServiceError as error:
        response = service_error(request, error)
    except Exception:
        log.exception("request failed")
        hint = f"Look for request id {request_id} in the service's log group."
        problem = ServiceError(500, "internal_error", "The service failed on this request.", hint)
        response = service_error(request, problem)
    response.headers["X-Request-Id"] = request_id
    # A healthy task is asked every few seconds; its log is for what happens besides.
    level = "debug" if request.url.path == "/health" and response.status_code == 200 else "info"
    fields = {
        "method": request.method,
        "path": request.url.path,
        "status": response.status_code,
        "duration_ms": round((time.monotonic() - started) * 1000),
    }
    getattr(log, level)("request", extra={"fields": fields})
    return response


def service_error(_: Request, error: ServiceError) -> JSONResponse:
    headers = {"Retry-After": "5"} if error.status == 503 else {}
    return JSONResponse(error.as_dict(), error.status, headers)


def invalid_request(request: Request, error: RequestValidationError) -> JSONResponse:
    """400 with every wrong field, by its path in the body."""
    found = [one for one in error.errors() if one["loc"][0] == "body"]
    hint = "Correct the request and send it again as application/json; openapi.yaml describes it."
    if any(one["type"] == "json_invalid" for one in found):
        return service_error(request, ServiceError(400, "broken_json", "The body is not JSON.", hint))
    wrong = [WrongField(_path(one["loc"][1:]), one["msg"]) for one in found[:MAX_WRONG_FIELDS]]
    count = "One field is" if len(wrong) == 1 else f"{len(wrong)} fields are"
    first = f"{wrong[0].path}: {wrong[0].message}" if wrong and wrong[0].path else wrong[0].message if wrong else ""
    return service_error(request, ServiceError(400, "invalid_request", f"{count} wrong. {first}", hint, wrong))


def _path(steps: tuple[int | str, ...]) -> str:
    path = ""
    for step in steps:
        text = f"[{step}]" if isinstance(step, int) else str(step)[:60]
        path += text if not path or isinstance(step, int) else f".{text}"
    return path


def no_route(request: Request, error: HTTPException) -> JSONResponse:
    """404 and 405 of the router itself."""
    code = {404: "not_found", 405: "method_not_allowed"}.get(error.status_code, "refused")
    message = f"{request.method} {request.url.path[:100]} is not served."
    hint = "Use GET /health, POST /predict or POST /batch."
    answered = service_error(request, ServiceError(error.status_code, code, message, hint))
    answered.headers.update(error.headers or {})
    return answered


def _refuse_unbounded(request: Request) -> None:
    """A body is read into memory, so its length must be known and small."""
    # What Lambda hands over is in memory already, and no larger than 6 MB.
    if request.method != "POST" or "aws.event" in request.scope:
        return
    length = request.headers.get("content-length", "")
    hint = f"Send at most {MAX_BODY_BYTES} bytes; split larger batches."
    if not length.isdecimal():
        raise ServiceError(411, "length_required", "The request has no Content-Length.", hint)
    if int(length) > MAX_BODY_BYTES:
        raise ServiceError(413, "body_too_large", f"The body has {length[:20]} bytes.", hint)
