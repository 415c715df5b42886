"""The HTTP API: which route does what."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from app import answers, files, model, predictions
from app.errors import ServiceError
from app.instance import PredictionRequest
from app.settings import Settings
from app.work import TakeWork, Work


def create_application(settings: Settings, work: Work) -> FastAPI:
    # openapi.yaml is the document; one made of the code would say less.
    application = FastAPI(title="Predictor", openapi_url=None, redirect_slashes=False)
    # Loaded before the first request: a model that does not fit must not pass a health check.
    used = model.current()

    @application.get("/health")
    async def health() -> dict[str, Any]:
        return {"status": "ok", "model": used.name, "evaluation": used.evaluation}

    @application.post("/files", status_code=201)
    async def upload(request: Request) -> dict[str, object]:
        content = await files.read_upload(request)
        return await run_in_threadpool(files.keep, settings.files_bucket, content)

    @application.post("/predictions", status_code=201)
    def predict(asked: PredictionRequest) -> dict[str, Any]:
        return predictions.create(asked, settings.files_bucket, settings.data_bucket)

    @application.get("/predictions/{prediction_id}")
    def result(prediction_id: str) -> dict[str, Any]:
        return predictions.find(prediction_id, settings.data_bucket)

    application.add_exception_handler(ServiceError, answers.service_error)
    application.add_exception_handler(RequestValidationError, answers.invalid_request)
    application.add_exception_handler(HTTPException, answers.no_route)
    # From the inside out: refusals need neither log line nor work, but a browser needs CORS to read them.
    application.middleware("http")(answers.answer)
    application.add_middleware(TakeWork, work=work)
    application.add_middleware(
        CORSMiddleware,
        allow_origins=list(settings.cors_allowed_origins),
        allow_methods=["GET", "POST"],
        allow_headers=["Content-Type", "Authorization"],
        expose_headers=["X-Request-Id", "Retry-After"],
        max_age=600,
    )
    return application
