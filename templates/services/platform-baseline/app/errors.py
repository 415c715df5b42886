"""The one error type that callers are meant to see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class WrongField:
    """path: instances[3].hour, or line 7 of a file."""

    path: str
    message: str


class ServiceError(Exception):
    """Something the caller, or the team that runs the service, can act on.

    status: HTTP status code. code: stable name of the problem. message: what happened, to what.
    hint: what to do next. fields: the inputs that are wrong.
    """

    def __init__(self, status: int, code: str, message: str, hint: str, fields: Sequence[WrongField] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint
        self.fields = fields

    def as_dict(self) -> dict[str, Any]:
        described: dict[str, Any] = {"code": self.code, "message": self.message, "hint": self.hint}
        if self.fields:
            described["fields"] = [{"field": wrong.path, "message": wrong.message} for wrong in self.fields]
        return {"error": described}
