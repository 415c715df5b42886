"""A container's command as a process of this machine, and its output line by line."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from .registrations import Registration

SUPERVISOR = str(Path(__file__).with_name("supervisor.py"))
# Output may be held open by a process that has left the group of the command.
LAST_OUTPUT_SECONDS = 2


class CannotStartContainer(Exception):
    """What the command needs is not there; the message is the reason that the task shows."""


class ContainerProcess:
    """Runs until its command ends, `kill` is called, or the emulator is gone."""

    def __init__(
        self, registration: Registration, environment: dict[str, str], on_line: Callable[[str], None]
    ) -> None:
        command = registration.arguments()
        _require(registration, command[0], environment)
        try:
            self._supervisor = subprocess.Popen(
                # Isolated, so that the container's own Python settings do not reach the supervisor.
                [sys.executable, "-I", "-S", SUPERVISOR, *command],
                cwd=registration.directory,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            raise CannotStartContainer(f"CannotStartContainerError: {error}") from error
        self._reader = threading.Thread(target=self._read, args=(on_line,), daemon=True)
        self._reader.start()

    def wait(self) -> int:
        """The exit code, once the command has ended and its output is read."""
        code = self._supervisor.wait()
        self._reader.join(LAST_OUTPUT_SECONDS)
        self.kill()
        return code if code >= 0 else 128 - code

    def terminate(self, grace_seconds: float) -> None:
        """SIGTERM now, SIGKILL when the command still runs after that time. Does not wait."""
        try:
            self._supervisor.send_signal(signal.SIGTERM)
        except ProcessLookupError:
            return
        timer = threading.Timer(grace_seconds, self.kill)
        timer.daemon = True
        timer.start()

    def kill(self) -> None:
        """The supervisor takes the end of its input for the end of the emulator."""
        assert self._supervisor.stdin
        self._supervisor.stdin.close()

    def _read(self, on_line: Callable[[str], None]) -> None:
        assert self._supervisor.stdout
        for line in self._supervisor.stdout:
            on_line(line.decode("utf-8", "replace").rstrip("\r\n"))


def _require(registration: Registration, program: str, environment: dict[str, str]) -> None:
    directory = registration.directory
    if not os.path.isdir(directory):
        raise CannotStartContainer(
            f"CannotPullContainerError: the folder {directory} registered for {registration.image} does not exist. "
            "Register one that does with PUT /mlinfra-emulator/containers."
        )
    # A program named by a path is looked up from the folder it will be started in.
    where = os.path.join(directory, program) if os.sep in program else program
    if not shutil.which(where, path=environment.get("PATH")):
        raise CannotStartContainer(
            f"CannotPullContainerError: the command {program} registered for {registration.image} was not found. "
            "Install it, or register another with PUT /mlinfra-emulator/containers."
        )
