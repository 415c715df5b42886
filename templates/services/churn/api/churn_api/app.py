"""The HTTP API, without anything of Lambda: which route does what, and what the caller gets."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from churn_api import logs, predictions, settings
from churn_api.errors import ServiceError
from churn_api.logs import log
from churn_api.request_body import read_body
from customer.encoding import FeaturesError

# openapi.yaml is the document; one made of the code would say less.
app = FastAPI(title="Churn prediction", openapi_url=None, redirect_slashes=False)


@app.get("/health")
def health() -> dict[str, object]:
    """Says that the function can start, and which model it knows; asks nothing of AWS."""
    known = predictions.features()
    return {
        "status": "ok",
        "endpoint": settings.current().endpoint_name,
        "model": {"sha256": known.model_sha256, "threshold": known.threshold, "evaluation": dict(known.evaluation)},
    }


@app.post("/predict")
async def predict(request: Request) -> dict[str, object]:
    asked = read_body(await request.body())
    name = settings.current().endpoint_name
    if asked.single:
        return await run_in_threadpool(predictions.predict_one, name, asked.customers[0])
    return {"predictions": await run_in_threadpool(predictions.predict_several, name, asked.customers)}


@app.middleware("http")
async def answer(request: Request, proceed: Callable[[Request], Awaitable[Response]]) -> Response:
    """One log line and one form of error for every request, whatever happens in it."""
    started = time.monotonic()
    # Lambda's own id, so that the caller's and AWS's lines are found by the same one.
    context = request.scope.get("aws.context")
    request_id = getattr(context, "aws_request_id", None) or str(uuid.uuid4())
    logs.request_id.set(request_id)
    logs.configure("INFO")
    try:
        logs.configure(settings.current().log_level)
        response = await proceed(request)
    except ServiceError as error:
        response = _error(error)
    except (settings.SettingsError, FeaturesError) as error:
        log.error("misconfigured", extra={"fields": {"reason": str(error)}})
        hint = "Apply the stack's Terraform again, or correct what the message names."
        response = _error(ServiceError(500, "misconfigured", str(error), hint))
    except Exception:
        log.exception("request failed")
        hint = f"Look for request id {request_id} in the function's log group."
        response = _error(ServiceError(500, "internal_error", "The service failed on this request.", hint))
    response.headers["X-Request-Id"] = request_id
    fields = {
        "method": request.method,
        "path": request.url.path,
        "status": response.status_code,
        "duration_ms": round((time.monotonic() - started) * 1000),
    }
    log.info("request", extra={"fields": fields})
    return response


# Added last, so it is outermost: errors must carry the headers too, or a browser hides them.
app.add_middleware(
    CORSMiddleware,
    allow_origins=settings.allowed_origins(os.environ),
    allow_methods=["GET", "POST"],
    allow_headers=["Content-Type", "Authorization", "X-Api-Key"],
    expose_headers=["X-Request-Id", "Retry-After"],
    max_age=600,
)


@app.exception_handler(ServiceError)
async def service_error(_: Request, error: ServiceError) -> Response:
    return _error(error)


@app.exception_handler(HTTPException)
async def no_route(request: Request, error: HTTPException) -> Response:
    """404 and 405 of the router itself."""
    code = {404: "not_found", 405: "method_not_allowed"}.get(error.status_code, "refused")
    message = f"{request.method} {request.url.path[:100]} is not served."
    answered = _error(ServiceError(error.status_code, code, message, "Use GET /health or POST /predict."))
    answered.headers.update(error.headers or {})
    return answered


def _error(error: ServiceError) -> JSONResponse:
    again = error.retry_after_seconds
    headers = {} if again is None else {"Retry-After": str(again)}
    return JSONResponse(error.as_dict(), error.status, headers)
