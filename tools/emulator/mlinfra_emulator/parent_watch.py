"""Ends the emulator when the process that started it is gone, however it went."""

import os
import select
import sys
import threading
import time
from collections.abc import Callable

POLL_SECONDS = 0.5


def end_with_parent(pid: int, end: Callable[[], None]) -> None:
    """Call `end` once the process `pid` has terminated, even when it was killed."""
    threading.Thread(target=_wait_for_process, args=(pid, end), daemon=True).start()


def end_with_stdin(end: Callable[[], None]) -> None:
    """Call `end` once standard input is closed: a pipe closes when its writer dies."""
    threading.Thread(target=_wait_for_stdin, args=(end,), daemon=True).start()


def _wait_for_process(pid: int, end: Callable[[], None]) -> None:
    if hasattr(os, "pidfd_open"):
        try:
            descriptor = os.pidfd_open(pid)
        except ProcessLookupError:
            end()
            return
        except OSError:
            _poll_process(pid, end)
            return
        select.select([descriptor], [], [])
        end()
        return
    _poll_process(pid, end)


def _poll_process(pid: int, end: Callable[[], None]) -> None:
    while True:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            end()
            return
        except PermissionError:
            pass
        time.sleep(POLL_SECONDS)


def _wait_for_stdin(end: Callable[[], None]) -> None:
    while sys.stdin.buffer.read(4096):
        pass
    end()
