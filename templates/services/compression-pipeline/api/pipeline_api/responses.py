"""HTTP answers in the shape an HTTP API expects. CORS headers are added by the API itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pipeline_api.errors import ServiceError

Response = dict[str, Any]


def json_response(status: int, body: Mapping[str, Any]) -> Response:
    return {
        "statusCode": status,
        "headers": {
            "Content-Type": "application/json",
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
        "body": json.dumps(body, separators=(",", ":")),
        "isBase64Encoded": False,
    }


def error_response(error: ServiceError) -> Response:
    """`{"error": {"code", "message", "hint", "field"?}}`"""
    return json_response(error.status, {"error": error.as_dict()})
