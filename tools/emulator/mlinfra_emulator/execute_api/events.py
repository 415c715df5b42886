"""The event that a function gets of a request, and the answer that its result makes."""

import base64
import json
import time
import uuid
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from .message import Answer, Request, told


def _body(request: Request) -> dict[str, Any]:
    if not request.body:
        return {"body": None, "isBase64Encoded": False}
    try:
        return {"body": request.body.decode(), "isBase64Encoded": False}
    except UnicodeDecodeError:
        return {"body": base64.b64encode(request.body).decode(), "isBase64Encoded": True}


def event_1(request: Request, stage: str, resource: str, path: str, parameters: dict[str, str]) -> dict[str, Any]:
    """Payload format 1.0, that of REST APIs; `path` is without the stage."""
    query: dict[str, list[str]] = {}
    for name, value in request.parameters():
        query.setdefault(name, []).append(value)
    return {
        "resource": resource,
        "path": unquote(path),
        "httpMethod": request.method,
        "headers": request.headers,
        "multiValueHeaders": {name: [value] for name, value in request.headers.items()},
        "queryStringParameters": {name: values[-1] for name, values in query.items()} or None,
        "multiValueQueryStringParameters": query or None,
        "pathParameters": parameters or None,
        "stageVariables": None,
        "requestContext": {
            "requestId": str(uuid.uuid4()),
            "stage": stage,
            "resourcePath": resource,
            "path": unquote(request.path),
            "httpMethod": request.method,
            "domainName": request.host,
            "identity": {"sourceIp": request.source_ip, "userAgent": request.headers.get("user-agent")},
        },
        **_body(request),
    }


def event_2(request: Request, stage: str, route: str, path: str, parameters: dict[str, str]) -> dict[str, Any]:
    """Payload format 2.0, that of HTTP APIs; `path` is with the stage, as API Gateway has it."""
    query: dict[str, str] = {}
    for name, value in request.parameters():
        query[name] = f"{query[name]},{value}" if name in query else value
    raw = path if stage == "$default" else f"/{stage}{path}"
    return {
        "version": "2.0",
        "routeKey": route,
        "rawPath": unquote(raw),
        "rawQueryString": request.query,
        "headers": request.headers,
        **({"queryStringParameters": query} if query else {}),
        **({"pathParameters": parameters} if parameters else {}),
        "requestContext": {
            "requestId": str(uuid.uuid4()),
            "stage": stage,
            "routeKey": route,
            "domainName": request.host,
            "timeEpoch": int(time.time() * 1000),
            "http": {
                "method": request.method,
                "path": unquote(raw),
                "protocol": "HTTP/1.1",
                "sourceIp": request.source_ip,
                "userAgent": request.headers.get("user-agent", ""),
            },
        },
        **{name: value for name, value in _body(request).items() if value is not None},
    }


def answer_of(result: Any, *, any_shape: bool) -> Answer:
    """`any_shape`: format 2.0 takes a result without a status for the body of a success."""
    if not isinstance(result, dict) or "statusCode" not in result:
        if not any_shape:
            return told(502, "Internal server error", "InternalServerErrorException")
        return Answer(200, [("Content-Type", "application/json")], json.dumps(result).encode())
    body = result.get("body") or ""
    data = base64.b64decode(body) if result.get("isBase64Encoded") else str(body).encode()
    headers = list(_headers(result))
    if not any(name.lower() == "content-type" for name, _ in headers):
        headers.append(("Content-Type", "application/json" if not any_shape else "text/plain;charset=UTF-8"))
    return Answer(int(result["statusCode"]), headers, data)


def _headers(result: dict[str, Any]) -> Iterable[tuple[str, str]]:
    several = result.get("multiValueHeaders") or {}
    for name, values in several.items():
        yield from ((name, str(value)) for value in values)
    for name, value in (result.get("headers") or {}).items():
        if name not in several:
            yield name, str(value)
    for cookie in result.get("cookies") or ():
        yield "Set-Cookie", cookie
