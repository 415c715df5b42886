"""Which request does what."""

from __future__ import annotations

from collections.abc import Callable

from pipeline_api import downloads, jobs, submissions, uploads
from pipeline_api.errors import ServiceError
from pipeline_api.identifiers import checked_id
from pipeline_api.request import Request
from pipeline_api.responses import Response, json_response
from pipeline_api.settings import Settings

Route = Callable[[Request, Settings], Response]


def presign(request: Request, configured: Settings) -> Response:
    return json_response(201, uploads.create(configured, request.json()))


def submit(request: Request, configured: Settings) -> Response:
    identifier = submissions.submit(
        configured, request.json(), request.headers.get("idempotency-key"), request.caller
    )
    return json_response(202, {"id": identifier, "status_url": f"/status/{identifier}"})


def status(request: Request, configured: Settings) -> Response:
    return json_response(200, jobs.status(configured, checked_id(request.path_parameters.get("id"))))


def download(request: Request, configured: Settings) -> Response:
    return json_response(200, downloads.create(configured, checked_id(request.path_parameters.get("id"))))


ROUTES: dict[str, Route] = {
    "POST /presign": presign,
    "POST /submit": submit,
    "GET /status/{id}": status,
    "GET /download/{id}": download,
}


def dispatch(request: Request, configured: Settings) -> Response:
    if request.route not in ROUTES:
        raise ServiceError(
            404, "unknown_route", "There is nothing at this path.", f"The routes are {', '.join(ROUTES)}."
        )
    return ROUTES[request.route](request, configured)
