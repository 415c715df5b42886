"""An API Gateway proxy event, read into what the routes need."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.errors import ServiceError


@dataclass(frozen=True)
class Request:
    """headers have lower-case names; body is decoded bytes; base_url ends with the stage."""

    method: str
    resource: str
    path: str
    path_parameters: Mapping[str, str]
    headers: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes
    base_url: str

    @property
    def content_type(self) -> str:
        """Media type without its parameters, in lower case."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()


def read_request(event: Mapping[str, Any]) -> Request:
    """Read a REST API (payload 1.0) proxy event; raises ServiceError 400 on a broken body."""
    return Request(
        method=str(event.get("httpMethod", "")).upper(),
        resource=str(event.get("resource") or ""),
        path=str(event.get("path") or "/"),
        path_parameters=event.get("pathParameters") or {},
        headers=_flatten(event.get("headers"), event.get("multiValueHeaders"), lower=True),
        query=_flatten(event.get("queryStringParameters"), event.get("multiValueQueryStringParameters"), lower=False),
        body=_decode_body(event),
        base_url=_base_url(event),
    )


def _base_url(event: Mapping[str, Any]) -> str:
    """Where this API lives, by what the gateway says and never by the Host header of the caller."""
    gateway = event.get("requestContext") or {}
    full, host = str(gateway.get("path") or ""), gateway.get("domainName")
    for tail in (str(event.get("resource") or ""), str(event.get("path") or "")):
        if tail and full.endswith(tail):
            prefix = full[: -len(tail)]
            return f"https://{host}{prefix}" if host else prefix
    return ""


def _flatten(
    single: Mapping[str, str] | None, multiple: Mapping[str, list[str]] | None, *, lower: bool
) -> dict[str, str]:
    merged = {name: values[-1] for name, values in (multiple or {}).items() if values}
    merged.update({name: value for name, value in (single or {}).items() if value is not None})
    return {name.lower() if lower else name: value for name, value in merged.items()}


def _decode_body(event: Mapping[str, Any]) -> bytes:
    body = event.get("body")
    if not body:
        return b""
    if not event.get("isBase64Encoded"):
        return body.encode("utf-8")
    try:
        return base64.b64decode(body, validate=True)
    except binascii.Error:
        raise ServiceError(
            400,
            "broken_body",
            "The request body is marked as base64 but cannot be decoded.",
            "Send the audio as it is; API Gateway encodes it for its binary media types.",
        ) from None
