"""What is being worked on, and whether new work is taken.

A Spot task is told two minutes before its capacity is taken back. From then on nothing new is begun,
and what runs is finished.
"""

from __future__ import annotations

import time

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from app.errors import ServiceError
from app.logs import log


class Work:
    """running: requests that have begun and not ended."""

    def __init__(self) -> None:
        self.running = 0
        self._draining_since: float | None = None

    @property
    def draining(self) -> bool:
        return self._draining_since is not None

    def drain(self) -> None:
        """From now on no new work; the second call changes nothing."""
        if self._draining_since is None:
            self._draining_since = time.monotonic()

    def draining_seconds(self) -> float:
        return 0.0 if self._draining_since is None else time.monotonic() - self._draining_since


class TakeWork:
    """ASGI middleware: counts requests from their first byte to their last, and refuses them while draining."""

    def __init__(self, app: ASGIApp, work: Work) -> None:
        self._app = app
        self._work = work

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._work.draining:
            await _refusal(scope)(scope, receive, send)
        else:
            self._work.running += 1
            try:
                await self._app(scope, receive, send)
            finally:
                self._work.running -= 1


def _refusal(scope: Scope) -> JSONResponse:
    # The next request of this client must find another task, not this connection.
    headers = {"Connection": "close", "Retry-After": "1"}
    if scope["path"] == "/health":
        return JSONResponse({"status": "draining"}, 503, headers)
    log.info("refused while draining", extra={"fields": {"method": scope["method"], "path": scope["path"]}})
    error = ServiceError(
        503,
        "draining",
        "This task of the service is being stopped and takes no new work.",
        "Send the request again; another task answers it.",
    )
    return JSONResponse(error.as_dict(), 503, headers)
