"""The one error type that callers are meant to see."""

from __future__ import annotations


class ServiceError(Exception):
    """Something the caller, or the team that runs the service, can act on.

    status: HTTP status code of the answer.
    code: stable, machine-readable name of the problem (snake_case).
    message: what happened, to what.
    hint: what to do next.
    """

    def __init__(self, status: int, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint

    def as_dict(self) -> dict[str, str]:
        """Shape used in HTTP answers and in the status record of a failed job."""
        return {"code": self.code, "message": self.message, "hint": self.hint}
