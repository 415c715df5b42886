"""The service on this machine, for curl and for a browser: python3 local.py [--port 8080]

Builds the event API Gateway would send and calls the handler. With moto (requirements-dev.txt)
storage is emulated and the asynchronous path works too; without it only POST /predict and
GET /health do.
"""

from __future__ import annotations

import argparse
import base64
import os
import threading
import uuid
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TIMEOUT_MS = 900_000


class LocalContext:
    """What Lambda's context object says, for an invocation without a clock running out."""

    def __init__(self) -> None:
        self.aws_request_id = str(uuid.uuid4())

    def get_remaining_time_in_millis(self) -> int:
        return TIMEOUT_MS


def gateway_event(method: str, target: str, headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
    """The REST API proxy event for one HTTP request."""
    parts = urlsplit(target)
    query = parse_qs(parts.query, keep_blank_values=True)
    return {
        "httpMethod": method,
        "path": parts.path,
        "resource": "",
        "headers": dict(headers),
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": {name: values[-1] for name, values in query.items()} or None,
        "multiValueQueryStringParameters": query or None,
        "pathParameters": None,
        "requestContext": {"requestId": str(uuid.uuid4()), "path": parts.path, "httpMethod": method},
        "body": base64.b64encode(body).decode() if body else None,
        "isBase64Encoded": bool(body),
    }


class LocalServer(BaseHTTPRequestHandler):
    """Hands every request to the Lambda handler."""

    def _serve(self) -> None:
        from app.handler import handle

        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        answer = handle(gateway_event(self.command, self.path, dict(self.headers.items()), body), LocalContext())
        content = answer["body"].encode()
        self.send_response(answer["statusCode"])
        for name, value in answer["headers"].items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = _serve

    def log_message(self, format: str, *args: Any) -> None:
        """Silent: the service writes its own log line for each request."""


def emulate_storage() -> str | None:
    """Start moto with both buckets and run jobs in threads; returns its URL, or None without moto."""
    try:
        from moto.server import ThreadedMotoServer
    except ImportError:
        return None
    emulator = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    emulator.start()
    host, port = emulator.get_host_and_port()
    url = f"http://{host}:{port}"
    os.environ.update(
        AWS_ENDPOINT_URL=url,
        AWS_ACCESS_KEY_ID="local",
        AWS_SECRET_ACCESS_KEY="local",  # noqa: S105 (the emulator takes any)
        AWS_DEFAULT_REGION="eu-central-1",
        INPUT_BUCKET="local-input",
        OUTPUT_BUCKET="local-output",
    )
    from app import aws
    from app.handler import handle

    for bucket in ("local-input", "local-output"):
        aws.s3().create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})

    def invoke_in_thread(function_name: str, payload: Mapping[str, Any]) -> None:
        threading.Thread(target=handle, args=(payload, LocalContext()), daemon=True).start()

    aws.invoke_later = invoke_in_thread
    return url


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve the inference API on this machine.")
    parser.add_argument("--port", type=int, default=8080)
    port: int = parser.parse_args().port
    os.environ.setdefault("CORS_ALLOWED_ORIGINS", "*")
    storage = emulate_storage()
    server = ThreadingHTTPServer(("127.0.0.1", port), LocalServer)
    print(f"listening on http://127.0.0.1:{server.server_port}", flush=True)
    print(f"storage: {storage or 'none (pip install -r requirements-dev.txt adds it)'}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()
