"""API Gateway's event in, its answer out, with the application in between (REST API, proxy integration)."""

from __future__ import annotations

import asyncio
import base64
from typing import Any
from urllib.parse import quote, urlencode

from starlette.types import ASGIApp, Message

Event = dict[str, Any]


def respond(application: ASGIApp, event: Event) -> Event:
    """Runs one request through the application."""
    messages: list[Message] = []

    async def receive() -> Message:
        if messages and messages[-1].get("type") == "http.response.body" and not messages[-1].get("more_body"):
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": _body(event), "more_body": False}

    async def send(message: Message) -> None:
        messages.append(message)

    asyncio.run(_call(application, _scope(event), receive, send))
    start = next(message for message in messages if message["type"] == "http.response.start")
    body = b"".join(message.get("body", b"") for message in messages if message["type"] == "http.response.body")
    headers: dict[str, list[str]] = {}
    for name, value in start.get("headers", []):
        headers.setdefault(name.decode("latin-1"), []).append(value.decode("latin-1"))
    # Everything this service answers is text.
    return {
        "statusCode": start["status"],
        "multiValueHeaders": headers,
        "body": body.decode(),
        "isBase64Encoded": False,
    }


async def _call(application: ASGIApp, scope: dict[str, Any], receive: Any, send: Any) -> None:
    await application(scope, receive, send)


def _body(event: Event) -> bytes:
    body = event.get("body") or ""
    return base64.b64decode(body) if event.get("isBase64Encoded") else body.encode()


def _scope(event: Event) -> dict[str, Any]:
    given = event.get("multiValueHeaders") or {name: [value] for name, value in (event.get("headers") or {}).items()}
    query = event.get("multiValueQueryStringParameters") or {}
    path = event["path"]
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": event["httpMethod"],
        "scheme": "https",
        "path": path,
        "raw_path": quote(path).encode(),
        "root_path": "",
        "query_string": urlencode(query, doseq=True).encode(),
        "headers": [
            (name.lower().encode("latin-1", "replace"), value.encode("latin-1", "replace"))
            for name, values in given.items()
            for value in values
        ],
        "client": (str(event.get("requestContext", {}).get("identity", {}).get("sourceIp", "")), 0),
        "server": None,
        "aws.event": event,
    }
