"""The emulator's own routes, below /mlinfra-emulator/."""

import json
from typing import Any

from .containers.registrations import REGISTRATIONS, InvalidRegistration, parse_registration
from .functions.registrations import FUNCTIONS, MODELS, Handlers, InvalidHandler
from .faults import Faults, InvalidFault, parse_fault
from .moto_version import REQUIRED_MOTO
from .request_counts import RequestCounts
from .service_tasks import InvalidStop, parse_stop, stop_tasks

PREFIX = "/mlinfra-emulator/"
MOST_BODY_BYTES = 100_000


class InvalidBody(ValueError):
    """The body is too long or not JSON; the message says which, and `status` goes with it."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


class ControlRoutes:
    def __init__(self, faults: Faults, counts: RequestCounts, patches: list[str]) -> None:
        self._faults = faults
        self._counts = counts
        self._patches = patches

    def answer(self, environ: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Status and JSON body."""
        try:
            return self._answer(environ)
        except InvalidBody as error:
            return error.status, {"error": str(error)}

    def _answer(self, environ: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        method = environ["REQUEST_METHOD"]
        route = environ["PATH_INFO"].removeprefix(PREFIX).rstrip("/")
        match (method, route):
            case ("GET", "health"):
                return 200, {"status": "ok", "moto": REQUIRED_MOTO, "patches": self._patches}
            case ("GET", "faults"):
                return 200, {"faults": self._faults.described()}
            case ("POST", "faults"):
                return self._add_fault(environ)
            case ("DELETE", "faults"):
                self._faults.clear()
                return 200, {"faults": []}
            case ("GET", "containers"):
                return 200, {"containers": REGISTRATIONS.described()}
            case ("PUT", "containers"):
                return self._put_container(environ)
            case ("DELETE", "containers"):
                REGISTRATIONS.clear()
                return 200, {"containers": []}
            case ("POST", "stopped-tasks"):
                return self._stop_tasks(environ)
            case (method, "functions" | "models") if method in ("GET", "PUT", "DELETE"):
                return self._handlers(method, route, FUNCTIONS if route == "functions" else MODELS, environ)
            case ("GET", "requests"):
                return 200, self._counts.described()
            case ("DELETE", "requests"):
                self._counts.clear()
                return 200, {"total": 0, "requests": []}
        return 404, {
            "error": f"{method} {PREFIX}{route} does not exist; there are GET health, "
            "GET|POST|DELETE faults, GET|PUT|DELETE containers, functions and models, POST stopped-tasks "
            "and GET|DELETE requests."
        }

    def _add_fault(self, environ: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        try:
            self._faults.add(parse_fault(_body(environ)))
        except InvalidFault as error:
            return 400, {"error": str(error)}
        return 201, {"faults": self._faults.described()}

    def _stop_tasks(self, environ: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        try:
            return 200, stop_tasks(parse_stop(_body(environ)))
        except InvalidStop as error:
            return 400, {"error": str(error)}

    def _handlers(
        self, method: str, route: str, handlers: Handlers, environ: dict[str, Any]
    ) -> tuple[int, dict[str, Any]]:
        if method == "DELETE":
            handlers.clear()
        if method == "PUT":
            try:
                handlers.put(_body(environ))
            except InvalidHandler as error:
                return 400, {"error": str(error)}
        return 200, {route: handlers.described()}

    def _put_container(self, environ: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        try:
            REGISTRATIONS.put(parse_registration(_body(environ)))
        except InvalidRegistration as error:
            return 400, {"error": str(error)}
        return 200, {"containers": REGISTRATIONS.described()}


def _body(environ: dict[str, Any]) -> Any:
    length = int(environ.get("CONTENT_LENGTH") or 0)
    if length > MOST_BODY_BYTES:
        raise InvalidBody(f"A body is at most {MOST_BODY_BYTES} bytes long, and this has {length}.", 413)
    try:
        return json.loads(environ["wsgi.input"].read(length) or b"null")
    except ValueError as error:
        raise InvalidBody(f"The body is not JSON: {error}.") from error
