"""Binds the port, serves in a thread, and says when the emulator answers."""

import http.client
import json
import os
import signal
import threading
from dataclasses import dataclass
from typing import TextIO

from . import moto_settings
from .cannot_start import CannotStart
from .moto_version import require_moto
from .parent_watch import end_with_parent, end_with_stdin


class CannotListen(CannotStart):
    """The address is taken or not this machine's; the message says which and what to do."""


@dataclass(frozen=True)
class ServerOptions:
    host: str
    port: int
    log: TextIO
    ready: TextIO
    parent_pid: int | None
    watch_stdin: bool
    # None for all of them.
    patches: list[str] | None


def serve(options: ServerOptions) -> None:
    """Serves until SIGTERM, SIGINT or the end of the parent; never returns."""
    require_moto()
    # First of all: a parent may be gone before the imports below are done.
    _end_on_signals()
    if options.parent_pid is not None:
        end_with_parent(options.parent_pid, _end)
    if options.watch_stdin:
        end_with_stdin(_end)
    moto_settings.set_environment()
    # Imported only now: moto reads its environment when it is imported, and may not have been there.
    from .access_log import AccessLog
    from .application import EmulatorApplication
    from .aws import aws_application
    from .http_server import bind
    from .patches import apply_patches

    log = AccessLog(options.log)
    moto_settings.choose_backends()
    applied = apply_patches(options.patches)
    try:
        server = bind(options.host, options.port, EmulatorApplication(aws_application(), log, applied))
    except OSError as error:
        raise CannotListen(
            f"Cannot listen on {options.host}:{options.port}: {error.strerror}. "
            "Choose another --port, or --port 0 for a free one."
        ) from error
    moto_settings.set_port(server.port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    _check_health(options.host, server.port)
    endpoint = f"http://{options.host}:{server.port}"
    log.note(f"mlinfra emulator ready at {endpoint} with {len(applied)} patched services")
    options.ready.write(json.dumps({"event": "ready", "endpoint": endpoint}) + "\n")
    options.ready.flush()
    threading.Event().wait()


def _check_health(host: str, port: int) -> None:
    connection = http.client.HTTPConnection(host, port, timeout=10)
    connection.request("GET", "/mlinfra-emulator/health")
    connection.getresponse().read()
    connection.close()


def _end_on_signals() -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: _end())


def _end() -> None:
    # Running state machines own threads that would keep the interpreter alive, and nothing is worth saving.
    os._exit(0)
