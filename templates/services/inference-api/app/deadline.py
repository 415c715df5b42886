"""How long this invocation may still work, asked between blocks of work."""

from __future__ import annotations

import time
from dataclasses import dataclass

from app.errors import ServiceError

# Enough to write the status record before the runtime ends the process.
RESERVE_SECONDS = 10.0


@dataclass(frozen=True)
class Deadline:
    """A moment of the monotonic clock, in seconds; None means no limit."""

    at: float | None = None

    @classmethod
    def after_milliseconds(cls, remaining: int) -> Deadline:
        """The deadline of an invocation that has `remaining` milliseconds left."""
        return cls(time.monotonic() + remaining / 1000 - RESERVE_SECONDS)

    def check(self) -> None:
        """Raise ServiceError once the time is used up."""
        if self.at is not None and time.monotonic() >= self.at:
            raise ServiceError(
                504,
                "out_of_time",
                "The audio could not be processed within the function's time limit.",
                "Send shorter audio, or raise timeout_seconds (up to 900) or memory_mb, which also adds CPU.",
            )
