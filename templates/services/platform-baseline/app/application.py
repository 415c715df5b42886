"""The HTTP API: which route does what."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from starlette.exceptions import HTTPException

from app import answers
from app.errors import ServiceError
from app.model_store import ModelStore
from app.predictions import Batch, Instance, Predictions
from app.records import Records
from app.records_in_dynamodb import DynamoRecords
from app.settings import PostgresSettings, Settings
from app.work import TakeWork, Work


def create_application(settings: Settings, work: Work) -> FastAPI:
    # openapi.yaml is the document; one made of the code would say less.
    application = FastAPI(title="Platform baseline", openapi_url=None, redirect_slashes=False)
    models = ModelStore(settings.model_bucket)
    predictions = Predictions(models, _records(settings.database), settings.max_batch_items)

    @application.get("/health")
    def health() -> dict[str, Any]:
        model = models.current()
        return {
            "status": "ok",
            "model": {"name": model.name, "version": model.version},
            "features": {one.name: {"minimum": one.minimum, "maximum": one.maximum} for one in model.features},
            "evaluation": model.evaluation,
        }

    @application.post("/predict")
    def predict(asked: Instance) -> dict[str, Any]:
        return predictions.one(asked)

    @application.post("/batch")
    def batch(asked: Batch) -> dict[str, Any]:
        return predictions.many(asked)

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
        allow_headers=["Content-Type", "x-api-key"],
        expose_headers=["X-Request-Id", "Retry-After"],
        max_age=600,
    )
    return application


def _records(database: str | PostgresSettings) -> Records:
    if isinstance(database, str):
        return DynamoRecords(database)
    # Loaded only where it is used: a function beside a table starts sooner without it.
    from app.records_in_postgres import PostgresRecords

    return PostgresRecords(database)
