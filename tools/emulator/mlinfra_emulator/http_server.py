"""werkzeug's threaded server, without its own log: the access log names operations instead."""

import socket
from typing import Any
from wsgiref.types import WSGIApplication

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

# A burst of collectors in many accounts connects faster than one thread accepts.
WAITING_CONNECTIONS = 128


class _QuietHandler(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: Any) -> None:
        """A client that hangs up is no failure of the emulator."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """The access log has a better line."""


def bind(host: str, port: int, application: WSGIApplication) -> ThreadedWSGIServer:
    """The port is taken when this returns; `port` 0 takes a free one. Raises OSError when it cannot."""
    # Bound here and handed over, since werkzeug ends the process when it cannot bind.
    listening = socket.create_server((host, port), backlog=WAITING_CONNECTIONS)
    with listening:
        return ThreadedWSGIServer(host, port, application, _QuietHandler, fd=listening.fileno())
