"""The trained model behind SageMaker's own request, on this machine: python3 -m training.endpoint [--port 8090]

With AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME=http://127.0.0.1:8090 the API talks to it as it does to AWS.
"""

from __future__ import annotations

import argparse
import json
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from training import container

_INVOCATIONS = re.compile(r"/endpoints/[A-Za-z0-9-]{1,63}/invocations")


def server(archive: Path, port: int) -> ThreadingHTTPServer:
    booster = container.load(archive)

    class Endpoint(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            if not _INVOCATIONS.fullmatch(self.path):
                self._answer(404, "UnknownOperationException", "Only InvokeEndpoint is served here.")
            elif (self.headers.get("Content-Type") or "") != "text/csv":
                self._answer(424, "ModelError", f"Content-type {self.headers.get('Content-Type')} is not supported.")
            else:
                self._predict(body)

        def _predict(self, body: str) -> None:
            try:
                self._answer(200, "", container.predict(booster, body))
            except ValueError as error:
                self._answer(424, "ModelError", str(error))

        def _answer(self, status: int, error: str, text: str) -> None:
            content = (json.dumps({"Message": text, "OriginalStatusCode": 400}) if error else text).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json" if error else "text/csv; charset=utf-8")
            if error:
                self.send_header("x-amzn-ErrorType", error)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Silent: the API writes its own line for each request."""

    return ThreadingHTTPServer(("127.0.0.1", port), Endpoint)


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve model.tar.gz as a SageMaker endpoint.")
    parser.add_argument("--model", type=Path, default=Path("model/model.tar.gz"))
    parser.add_argument("--port", type=int, default=8090)
    arguments = parser.parse_args()
    serving = server(arguments.model, arguments.port)
    print(f"listening on http://127.0.0.1:{serving.server_port}", flush=True)
    try:
        serving.serve_forever()
    except KeyboardInterrupt:
        serving.server_close()


if __name__ == "__main__":
    main()
