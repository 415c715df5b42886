"""Which command runs instead of which image."""

import math
import sys
import threading
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FIELDS = ("image", "directory", "command", "minimumSeconds")


class InvalidRegistration(ValueError):
    """The registration cannot be used; the message says which field and why."""


@dataclass(frozen=True)
class Registration:
    """`image` is the beginning of the image's name; `minimumSeconds` is how long a task at least runs."""

    image: str
    directory: str
    command: tuple[str, ...]
    minimumSeconds: float = 0

    def arguments(self) -> list[str]:
        """The command to start; `python3` is the one the emulator runs on, which has what the steps need."""
        program, *rest = self.command
        return [sys.executable if program == "python3" else program, *rest]


def parse_registration(given: Any) -> Registration:
    """Refuses unknown fields: a misspelt one would be ignored without a word."""
    if not isinstance(given, dict):
        raise InvalidRegistration("A container is a JSON object with `image`, `directory` and `command`.")
    unknown = sorted(set(given) - set(FIELDS))
    if unknown:
        raise InvalidRegistration(f"Unknown field {unknown[0]}; a container has {', '.join(FIELDS)}.")
    image, directory, command = given.get("image"), given.get("directory"), given.get("command")
    if not isinstance(image, str) or not image:
        raise InvalidRegistration(f"image must be the beginning of an image's name, and is {image!r}.")
    if not isinstance(directory, str) or not Path(directory).is_absolute():
        raise InvalidRegistration(f"directory must be the full path of a folder, and is {directory!r}.")
    if not isinstance(command, list) or not command or not all(isinstance(each, str) and each for each in command):
        raise InvalidRegistration(f"command must be a list of words with the program first, and is {command!r}.")
    seconds = given.get("minimumSeconds", 0)
    if type(seconds) not in (int, float) or not math.isfinite(seconds) or seconds < 0:
        raise InvalidRegistration(f"minimumSeconds must be a number of 0 or more, and is {seconds!r}.")
    return Registration(image, directory, tuple(command), seconds)


def repository_of(image: str) -> str:
    """`host:5000/steps:v1` and `host:5000/steps@sha256:...` both give `host:5000/steps`."""
    path, slash, name = image.partition("@")[0].rpartition("/")
    return f"{path}{slash}{name.partition(':')[0]}"


class Registrations:
    """The registrations in force; the one with the longest matching name answers."""

    def __init__(self) -> None:
        self._by_image: dict[str, Registration] = {}
        self._lock = threading.Lock()

    def put(self, registration: Registration) -> None:
        """Takes the place of one for the same image."""
        with self._lock:
            self._by_image[registration.image] = registration

    def clear(self) -> None:
        with self._lock:
            self._by_image.clear()

    def find(self, image: str) -> Registration | None:
        repository = repository_of(image)
        with self._lock:
            matching = [each for name, each in self._by_image.items() if repository.startswith(name)]
        return max(matching, key=lambda each: len(each.image), default=None)

    def described(self) -> list[dict[str, Any]]:
        with self._lock:
            return [{**asdict(each), "command": list(each.command)} for each in self._by_image.values()]


# One for the process, as moto's state is: the control routes fill it and the patches of ECS read it.
REGISTRATIONS = Registrations()
