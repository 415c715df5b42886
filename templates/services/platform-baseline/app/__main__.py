"""The image's one command, on Lambda and on ECS: python3 -m app"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from functools import partial

from app import lambda_runtime, logs
from app.api_gateway import respond
from app.application import create_application
from app.logs import log
from app.server import serve
from app.settings import SettingsError, read_settings
from app.work import Work


def main() -> int:
    parser = argparse.ArgumentParser(description="Serve predictions.")
    parser.add_argument("--host", default="0.0.0.0")  # noqa: S104 (a container is reached from outside)
    host: str = parser.parse_args().host
    logs.configure("INFO")
    try:
        settings = read_settings(os.environ)
    except SettingsError as error:
        # ECS sees the task end and keeps the last good deployment; Lambda refuses every request.
        log.error("misconfigured", extra={"fields": {"reason": str(error), "next": "Correct it and apply the stack."}})
        if lambda_runtime.is_lambda():
            lambda_runtime.report_start_error(error)
        return 1
    logs.configure(settings.log_level)
    work = Work()
    application = create_application(settings, work)
    if lambda_runtime.is_lambda():
        lambda_runtime.serve(partial(respond, application))
    # Process 1 of a container ignores SIGTERM unless it says otherwise; the server takes over once it runs.
    signal.signal(signal.SIGTERM, lambda *_: work.drain())
    log.info("starting", extra={"fields": {"port": settings.port}})
    unfinished = serve(application, work, host, settings.port, settings.shutdown_grace_seconds)
    log.info("stopped")
    return 1 if unfinished else 0


if __name__ == "__main__":
    sys.exit(main())
