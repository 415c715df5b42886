"""An HTTP API event (payload 2.0), read into what the routes need."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline_api.errors import ServiceError

# An input has a few hundred bytes; anything near this is no input.
_MAX_BODY_BYTES = 16_384


@dataclass(frozen=True)
class Request:
    """route: "POST /submit", as the gateway matched it. headers: lower-case names. caller: who signed in."""

    route: str
    path_parameters: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    caller: str

    def json(self) -> Any:
        """The body; an empty one is an empty object. ServiceError 400 where it is not JSON."""
        if not self.body:
            return {}
        if len(self.body) > _MAX_BODY_BYTES:
            raise ServiceError(
                413,
                "body_too_large",
                f"The body has {len(self.body)} bytes; up to {_MAX_BODY_BYTES} are read.",
                "Send models to the upload_url of POST /presign, and only their model_uri here.",
            )
        try:
            return json.loads(self.body, parse_constant=_refuse_constant)
        except (ValueError, RecursionError):
            raise ServiceError(
                400, "broken_json", "The body is not JSON.", "Send a JSON object; openapi.yaml describes it."
            ) from None


def read_request(event: Mapping[str, Any]) -> Request:
    context = event.get("requestContext") or {}
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    return Request(
        route=str(event.get("routeKey") or ""),
        path_parameters=event.get("pathParameters") or {},
        headers=headers,
        body=_body(event),
        caller=_caller(context.get("authorizer") or {}),
    )


def _body(event: Mapping[str, Any]) -> bytes:
    body = event.get("body") or ""
    if not event.get("isBase64Encoded"):
        return body.encode("utf-8", "surrogatepass")
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        raise ServiceError(
            400, "broken_body", "The body is marked as base64 but cannot be decoded.", "Send the JSON as it is."
        ) from None


def _caller(authorizer: Mapping[str, Any]) -> str:
    """Only by what the authorizer proved, never by what the request says of itself."""
    claims = (authorizer.get("jwt") or {}).get("claims") or {}
    if claims.get("sub"):
        return f"{claims.get('iss', '')} {claims['sub']}"
    return str((authorizer.get("iam") or {}).get("userArn") or "")


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
