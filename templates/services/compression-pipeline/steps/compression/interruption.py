"""A task that is told to go, goes: Spot capacity is taken back, or somebody stopped the run."""

from __future__ import annotations

import os
import signal
from types import FrameType

from compression.logs import line

# 128 + SIGTERM, as a shell reports it.
EXIT_CODE = 143


def obey_sigterm() -> None:
    """Process 1 of a container ignores SIGTERM unless it says otherwise."""
    signal.signal(signal.SIGTERM, _leave)


def _leave(number: int, frame: FrameType | None) -> None:
    text = line(
        "interrupted: the task was told to stop",
        "WARNING",
        error="interrupted",
        next="Unless the state machine repeats the task, start the run again from this step.",
    )
    # Neither buffered output nor cleanup: the signal may have arrived in the middle of a write, and
    # every stored object is complete or absent.
    os.write(1, text.encode())
    os._exit(EXIT_CODE)
