"""The emulator's own routes, below /mlinfra-emulator/."""

import json
from typing import Any

from .faults import Faults, InvalidFault, parse_fault
from .moto_version import REQUIRED_MOTO
from .request_counts import RequestCounts

PREFIX = "/mlinfra-emulator/"
MOST_BODY_BYTES = 100_000


class ControlRoutes:
    def __init__(self, faults: Faults, counts: RequestCounts, patches: list[str]) -> None:
        self._faults = faults
        self._counts = counts
        self._patches = patches

    def answer(self, environ: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Status and JSON body."""
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
            case ("GET", "requests"):
                return 200, self._counts.described()
            case ("DELETE", "requests"):
                self._counts.clear()
                return 200, {"total": 0, "requests": []}
        return 404, {
            "error": f"{method} {PREFIX}{route} does not exist; there are GET health, "
            "GET|POST|DELETE faults and GET|DELETE requests."
        }

    def _add_fault(self, environ: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if length > MOST_BODY_BYTES:
            return 413, {"error": f"A fault is at most {MOST_BODY_BYTES} bytes long, and this has {length}."}
        try:
            self._faults.add(parse_fault(json.loads(environ["wsgi.input"].read(length) or b"null")))
        except (InvalidFault, json.JSONDecodeError) as error:
            return 400, {"error": str(error)}
        return 201, {"faults": self._faults.described()}
