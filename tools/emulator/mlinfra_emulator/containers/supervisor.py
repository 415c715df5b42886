"""
Runs one command, and ends it and all it has started when the emulator is gone.

A script of its own beside the command: the emulator can be killed in a way that leaves it no
time to end anything, but its end of this script's standard input closes however it goes.
"""

import os
import signal
import subprocess
import sys
import threading
from typing import Any

CANNOT_RUN = 126


class Supervisor:
    def __init__(self, command: list[str]) -> None:
        self._command = command
        self._child: subprocess.Popen[bytes] | None = None
        self._terminated = False

    def run(self) -> int:
        """The exit code of the command, as a shell gives it: 143 for one that SIGTERM has ended."""
        signal.signal(signal.SIGTERM, self._terminate)
        try:
            self._child = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, start_new_session=True)
        except OSError as error:
            print(f"Cannot run {self._command[0]}: {error.strerror}", flush=True)
            return CANNOT_RUN
        if self._terminated:
            self._signal(signal.SIGTERM)
        threading.Thread(target=self._end_with_emulator, daemon=True).start()
        code = self._child.wait()
        # What the command has left behind ends with it, as in a container.
        self._signal(signal.SIGKILL)
        return code if code >= 0 else 128 - code

    def _terminate(self, *_: Any) -> None:
        self._terminated = True
        if self._child:
            self._signal(signal.SIGTERM)

    def _end_with_emulator(self) -> None:
        # Not through sys.stdin, whose lock Python wants back when this script ends first.
        while os.read(0, 4096):
            pass
        self._signal(signal.SIGKILL)

    def _signal(self, number: int) -> None:
        assert self._child
        try:
            os.killpg(self._child.pid, number)
        except (ProcessLookupError, PermissionError):
            # Nothing of the group is left; macOS calls that a lack of permission.
            pass


if __name__ == "__main__":
    sys.exit(Supervisor(sys.argv[1:]).run())
