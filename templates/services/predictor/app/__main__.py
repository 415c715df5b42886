"""The container's command: python3 -m app [--port 8080]"""

from __future__ import annotations

import argparse
import os
import signal
import sys

from app import logs
from app.application import create_application
from app.logs import log
from app.server import serve
from app.settings import SettingsError, read_settings
from app.work import Work


def main() -> int:
    parser = argparse.ArgumentParser(description="Serve predictions.")
    parser.add_argument("--host", default="0.0.0.0")  # noqa: S104 (a container is reached from outside)
    parser.add_argument("--port", type=int, default=8080)
    arguments = parser.parse_args()
    logs.configure("INFO")
    try:
        settings = read_settings(os.environ)
    except SettingsError as error:
        # ECS sees the task end and keeps the last good deployment.
        log.error("misconfigured", extra={"fields": {"reason": str(error), "next": "Correct it and apply the stack."}})
        return 1
    logs.configure(settings.log_level)
    work = Work()
    # Process 1 of a container ignores SIGTERM unless it says otherwise; the server takes over once it runs.
    signal.signal(signal.SIGTERM, lambda *_: work.drain())
    application = create_application(settings, work)
    log.info("starting", extra={"fields": {"port": arguments.port}})
    unfinished = serve(application, work, arguments.host, arguments.port, settings.shutdown_grace_seconds)
    log.info("stopped")
    return 1 if unfinished else 0


if __name__ == "__main__":
    sys.exit(main())
