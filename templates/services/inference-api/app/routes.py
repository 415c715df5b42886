"""Which request does what."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from app import inference, jobs, model, multipart, uploads
from app.deadline import Deadline
from app.errors import ServiceError
from app.request import Request
from app.responses import Response, json_response
from app.settings import Settings

AUDIO_TYPES = {
    "audio/wav", "audio/x-wav", "audio/wave", "audio/mpeg", "audio/flac", "audio/x-flac", "audio/ogg",
    "application/octet-stream",
}  # fmt: skip
# An invocation may answer with 6 MB; beyond this the result has to go through storage.
MAX_RESULT_BYTES = 5_500_000

Route = Callable[[Request, Settings, Deadline], Response]


def predict(request: Request, configured: Settings, deadline: Deadline) -> Response:
    mode = request.query.get("mode", "sync")
    if mode == "async":
        return submit(request, configured, deadline)
    if mode != "sync":
        raise ServiceError(400, "invalid_mode", 'The query parameter "mode" must be sync or async.', "Correct it.")
    content = _audio(request, configured)
    seconds = min(configured.sync_max_audio_seconds, configured.max_audio_seconds)
    response = json_response(200, inference.predict(content, model.current(), configured, seconds, deadline))
    if len(response["body"]) > MAX_RESULT_BYTES:
        raise ServiceError(
            413,
            "result_too_large",
            "The time line is larger than one answer may be.",
            "Use ?mode=async, which stores the result, or raise hop_seconds.",
        )
    return response


def submit(request: Request, configured: Settings, deadline: Deadline) -> Response:
    if request.content_type == "application/json":
        record = jobs.submit_upload(configured, _json(request).get("input_key"))
    else:
        record = jobs.submit_audio(configured, _audio(request, configured))
    status_url = f"{request.base_url}/predictions/{record['id']}"
    return json_response(202, {"id": record["id"], "state": record["state"], "status_url": status_url})


def prediction(request: Request, configured: Settings, deadline: Deadline) -> Response:
    identifier = request.path_parameters.get("id") or request.path.partition("/predictions/")[2]
    return json_response(200, jobs.status(configured, identifier))


def upload(request: Request, configured: Settings, deadline: Deadline) -> Response:
    return json_response(201, uploads.create(configured))


def health(request: Request, configured: Settings, deadline: Deadline) -> Response:
    """Healthy means able to answer: the model is loaded to say so."""
    loaded = model.current()
    return json_response(
        200, {"status": "ok", "model": {"name": loaded.name, "digest": loaded.digest, "labels": list(loaded.labels)}}
    )


ROUTES: dict[str, dict[str, Route]] = {
    "/predict": {"POST": predict},
    "/predictions": {"POST": submit},
    "/predictions/{id}": {"GET": prediction},
    "/uploads": {"POST": upload},
    "/health": {"GET": health},
}


def find(request: Request) -> dict[str, Route]:
    """The methods of the requested resource; ServiceError 404 when there is none."""
    if request.resource in ROUTES:
        return ROUTES[request.resource]
    # Behind a catch-all resource only the path is known, and it may still carry the stage.
    for prefix in ("", r"/[\w.-]+"):
        for template, methods in ROUTES.items():
            if re.fullmatch(prefix + template.replace("{id}", ".+"), request.path):
                return methods
    raise ServiceError(
        404,
        "unknown_path",
        "There is nothing at this path.",
        f"The paths are {', '.join(ROUTES)}; openapi.yaml describes them.",
    )


def dispatch(request: Request, configured: Settings, deadline: Deadline) -> Response:
    methods = find(request)
    if request.method not in methods:
        raise ServiceError(
            405, "method_not_allowed", f"{request.method} is not allowed here.", f"Use {', '.join(methods)}."
        )
    return methods[request.method](request, configured, deadline)


def _audio(request: Request, configured: Settings) -> bytes:
    if len(request.body) > configured.max_body_bytes:
        raise ServiceError(
            413,
            "body_too_large",
            f"The body has {len(request.body)} bytes; a request carries up to {configured.max_body_bytes}.",
            "POST /uploads gives an upload_url for large files; then POST /predictions with its input_key.",
        )
    if request.content_type == "multipart/form-data":
        return multipart.read_field(request.body, request.headers["content-type"], "audio")
    if request.content_type in AUDIO_TYPES:
        return request.body
    raise ServiceError(
        415,
        "unsupported_media_type",
        f"The content type {request.content_type[:60] or '(none)'!r} is not accepted here.",
        f"Send multipart/form-data with a field audio, or one of: {', '.join(sorted(AUDIO_TYPES))}.",
    )


def _json(request: Request) -> dict[str, Any]:
    try:
        document = json.loads(request.body)
        if isinstance(document, dict):
            return document
    except (ValueError, RecursionError):
        pass
    raise ServiceError(
        400, "broken_json", "The body is not a JSON object.", 'Send {"input_key": "..."} as POST /uploads returned it.'
    )
