"""A request to an API and its answer."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl


@dataclass(frozen=True)
class Request:
    method: str
    host: str
    # As it was sent, still encoded; signatures are made of it.
    path: str
    query: str
    headers: dict[str, str]
    body: bytes
    source_ip: str

    def parameters(self) -> list[tuple[str, str]]:
        return parse_qsl(self.query, keep_blank_values=True)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""


def told(status: int, message: str, error_type: str | None = None) -> Answer:
    """API Gateway's own form of an answer that is not the function's."""
    headers = [("Content-Type", "application/json")]
    if error_type:
        headers.append(("x-amzn-ErrorType", error_type))
    return Answer(status, headers, json.dumps({"message": message}).encode())


def read_request(environ: dict[str, Any]) -> Request:
    path, _, query = environ.get("RAW_URI", environ.get("PATH_INFO", "/")).partition("?")
    headers = {
        name[5:].replace("_", "-").lower(): value for name, value in environ.items() if name.startswith("HTTP_")
    }
    for name in ("CONTENT_TYPE", "CONTENT_LENGTH"):
        if environ.get(name):
            headers[name.replace("_", "-").lower()] = environ[name]
    length = int(environ.get("CONTENT_LENGTH") or 0)
    return Request(
        method=environ["REQUEST_METHOD"],
        host=headers.get("host", ""),
        path=path,
        query=query,
        headers=headers,
        body=environ["wsgi.input"].read(length) if length else b"",
        source_ip=environ.get("REMOTE_ADDR", "127.0.0.1"),
    )
