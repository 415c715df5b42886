"""The HTTP server, and how it leaves: told to stop, it finishes what runs and ends with 0."""

from __future__ import annotations

import asyncio
import os
import signal
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from app.logs import log
from app.work import Work

# Whoever still asks this task learns in words that it is leaving, until the service has forgotten
# its address; a closed port would be an error without a reason.
LINGER_SECONDS = 3.0
# Closing idle connections takes no time; it is for those of requests that were cut off.
CLOSE_SECONDS = 2
_TICK_SECONDS = 0.1


class LeavingServer(uvicorn.Server):
    """Uvicorn closes its port at the first signal; this one is told to drain instead."""

    def __init__(self, config: uvicorn.Config, work: Work) -> None:
        super().__init__(config)
        self._work = work

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Not recorded as Uvicorn does: it would raise the signal again at the end, and the exit code were not 0."""
        if sig == signal.SIGINT and self._work.draining:
            # Somebody at a terminal is impatient.
            self.should_exit = self.force_exit = True
        self._work.drain()


def serve(app: ASGIApp, work: Work, host: str, port: int, grace_seconds: float) -> int:
    """Runs until told to stop. Returns how many requests had to be cut off."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        # Above the 60 s of load balancers, so that they close idle connections and not this side.
        timeout_keep_alive=65,
        timeout_graceful_shutdown=CLOSE_SECONDS,
    )
    return asyncio.run(_serve(LeavingServer(config, work), work, grace_seconds))


async def _serve(server: LeavingServer, work: Work, grace_seconds: float) -> int:
    leaving = asyncio.create_task(_leave_when_done(server, work, grace_seconds))
    await server.serve()
    if not leaving.done():
        leaving.cancel()
        return work.running
    cut_off = leaving.result()
    if cut_off:
        fields = {"requests": cut_off, "next": "Raise SHUTDOWN_GRACE_SECONDS, or make these requests shorter."}
        log.error("stopped with requests unfinished", extra={"fields": fields})
        # A thread may still work on one of them, and would keep the process.
        os._exit(1)
    return 0


async def _leave_when_done(server: LeavingServer, work: Work, grace_seconds: float) -> int:
    """Returns how many requests were still running when time was up."""
    while not work.draining:
        await asyncio.sleep(_TICK_SECONDS)
    log.info("draining", extra={"fields": {"running": work.running, "grace_seconds": grace_seconds}})
    while work.draining_seconds() < grace_seconds:
        if not work.running and work.draining_seconds() >= min(LINGER_SECONDS, grace_seconds):
            break
        await asyncio.sleep(_TICK_SECONDS)
    server.should_exit = True
    return work.running
