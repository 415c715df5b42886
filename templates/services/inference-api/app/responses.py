"""HTTP answers in the shape API Gateway expects, with the CORS headers of this deployment."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from app.errors import ServiceError

ALLOWED_HEADERS = "Content-Type,X-Api-Key,Authorization"
PREFLIGHT_MAX_AGE_SECONDS = "600"

Response = dict[str, Any]


def cors_headers(origin: str, allowed: Sequence[str], methods: Sequence[str]) -> dict[str, str]:
    """Headers that let `origin` read the answer; none when it is not allowed."""
    if "*" in allowed:
        granted = {"Access-Control-Allow-Origin": "*"}
    elif origin and origin in allowed:
        granted = {"Access-Control-Allow-Origin": origin, "Vary": "Origin"}
    else:
        # A cache between us and the browser must not serve this answer to an allowed origin.
        return {"Vary": "Origin"} if allowed else {}
    return granted | {
        "Access-Control-Allow-Methods": ",".join([*methods, "OPTIONS"]),
        "Access-Control-Allow-Headers": ALLOWED_HEADERS,
        "Access-Control-Max-Age": PREFLIGHT_MAX_AGE_SECONDS,
    }


def json_response(status: int, body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    """An answer with a JSON body."""
    return {
        "statusCode": status,
        "headers": {
            "Content-Type": "application/json",
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        }
        | dict(headers or {}),
        "body": json.dumps(body, separators=(",", ":")),
        "isBase64Encoded": False,
    }


def error_response(error: ServiceError, headers: Mapping[str, str] | None = None) -> Response:
    """`{"error": {"code", "message", "hint"}}`"""
    return json_response(error.status, {"error": error.as_dict()}, headers)


def preflight_response() -> Response:
    """Answer to OPTIONS; the CORS headers are added where every answer gets them."""
    return {"statusCode": 204, "headers": {}, "body": "", "isBase64Encoded": False}


def with_headers(response: Response, headers: Mapping[str, str]) -> Response:
    """The same answer with more headers."""
    return response | {"headers": response["headers"] | dict(headers)}
