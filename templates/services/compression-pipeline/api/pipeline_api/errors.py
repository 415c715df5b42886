"""The one error type that callers are meant to see."""

from __future__ import annotations


class ServiceError(Exception):
    """Something the caller, or the team that runs the service, can act on.

    status: HTTP status code. code: stable name of the problem. message: what happened, to what.
    hint: what to do next. field: dotted path of the input that is wrong, where one is.
    """

    def __init__(self, status: int, code: str, message: str, hint: str, field: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint
        self.field = field

    def as_dict(self) -> dict[str, str]:
        described = {"code": self.code, "message": self.message, "hint": self.hint}
        return described if self.field is None else described | {"field": self.field}
