"""The one error type that callers are meant to see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from customer.validation import Problem


class ServiceError(Exception):
    """Something the caller, or the team that runs the service, can act on.

    status: HTTP status code. code: stable name of the problem. message: what happened, to what.
    hint: what to do next. fields: the inputs that are wrong. retry_after_seconds: when to come back.
    """

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        hint: str,
        fields: Sequence[Problem] = (),
        retry_after_seconds: int | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint
        self.fields = fields
        self.retry_after_seconds = retry_after_seconds

    def as_dict(self) -> dict[str, Any]:
        described: dict[str, Any] = {"code": self.code, "message": self.message, "hint": self.hint}
        if self.fields:
            described["fields"] = [{"field": problem.field, "message": problem.message} for problem in self.fields]
        return {"error": described}
