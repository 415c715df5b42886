"""One line per request, and the traceback of whatever made a request fail."""

import threading
import traceback
from datetime import datetime, timezone
from typing import Any, TextIO

from .request_identity import RequestIdentity

FRAMES_SHOWN = 5


class AccessLog:
    """Lines such as `07:31:02.120 lambda/ListFunctions account=123456789012 region=eu-central-1 status=200 ms=4`."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def request(self, request: RequestIdentity, environ: dict[str, Any], status: int, seconds: float) -> None:
        called = f"{request.service or '-'}/{request.operation or '-'}"
        if not request.operation:
            called += f" {environ['REQUEST_METHOD']} {environ.get('PATH_INFO', '')}"
        self._write(
            f"{_now()} {called} account={request.account or '-'} region={request.region or '-'} "
            f"status={status} ms={seconds * 1000:.0f}\n"
        )

    def failure(self, request: RequestIdentity, error: BaseException) -> None:
        """Written before the line of its request, indented so that lines starting with a time stay requests."""
        lines = _cause(error).splitlines()
        head = f"{_now()} !! {request.service or '-'}/{request.operation or '-'} failed in the emulator:\n"
        self._write(head + "".join(f"    {line}\n" for line in lines))

    def note(self, text: str) -> None:
        self._write(f"{_now()} {text}\n")

    def _write(self, text: str) -> None:
        with self._lock:
            self._stream.write(text)
            self._stream.flush()


def _cause(error: BaseException) -> str:
    """The traceback from moto on: what the web framework did before is the same for every failure."""
    explained = traceback.TracebackException.from_exception(error)
    own = [frame for frame in explained.stack if "/moto/" in frame.filename or "/mlinfra_emulator/" in frame.filename]
    explained.stack = traceback.StackSummary.from_list(own[-FRAMES_SHOWN:])
    return "".join(explained.format(chain=False)).rstrip()


def _now() -> str:
    return datetime.now(timezone.utc).strftime("%H:%M:%S.%f")[:-3]
