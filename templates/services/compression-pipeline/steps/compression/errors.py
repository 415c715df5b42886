"""The one error that ends a step in a way somebody can act on."""

from __future__ import annotations


class StepError(Exception):
    """code: stable name of the problem. message: what happened, to what. next: what to do about it."""

    def __init__(self, code: str, message: str, next: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.next = next

    def as_dict(self) -> dict[str, str]:
        return {"error": self.code, "message": self.message, "next": self.next}
