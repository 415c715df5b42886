"""Which handler runs instead of which function's image, or answers for which hosted model."""

import re
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..containers.registrations import repository_of

HANDLER = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+")


class InvalidHandler(ValueError):
    """The registration cannot be used; the message says which field and why."""


@dataclass(frozen=True)
class Handler:
    """`prefix` is the beginning of the image's or the endpoint's name; `handler` is `module.function`."""

    prefix: str
    directory: str
    handler: str


def parse_handler(given: Any, prefix_field: str) -> Handler:
    """Refuses unknown fields: a misspelt one would be ignored without a word."""
    fields = (prefix_field, "directory", "handler")
    if not isinstance(given, dict):
        raise InvalidHandler(f"A registration is a JSON object with {', '.join(fields)}.")
    unknown = sorted(set(given) - set(fields))
    if unknown:
        raise InvalidHandler(f"Unknown field {unknown[0]}; a registration has {', '.join(fields)}.")
    prefix, directory, handler = (given.get(field) for field in fields)
    if not isinstance(prefix, str) or not prefix:
        raise InvalidHandler(f"{prefix_field} must be the beginning of a name, and is {prefix!r}.")
    if not isinstance(directory, str) or not Path(directory).is_absolute():
        raise InvalidHandler(f"directory must be the full path of a folder, and is {directory!r}.")
    if not isinstance(handler, str) or not HANDLER.fullmatch(handler):
        raise InvalidHandler(f"handler must be a module and a function, such as app.handler.handler, and is {handler!r}.")
    return Handler(prefix, directory, handler)


class Handlers:
    """The registrations in force; the one with the longest matching name answers."""

    def __init__(self, prefix_field: str, name_of: Callable[[str], str]) -> None:
        self.prefix_field = prefix_field
        self._name_of = name_of
        self._by_prefix: dict[str, Handler] = {}
        self._lock = threading.Lock()

    def put(self, given: Any) -> None:
        """Takes the place of one for the same name."""
        handler = parse_handler(given, self.prefix_field)
        with self._lock:
            self._by_prefix[handler.prefix] = handler

    def clear(self) -> None:
        with self._lock:
            self._by_prefix.clear()

    def find(self, name: str) -> Handler | None:
        wanted = self._name_of(name)
        with self._lock:
            matching = [each for prefix, each in self._by_prefix.items() if wanted.startswith(prefix)]
        return max(matching, key=lambda each: len(each.prefix), default=None)

    def described(self) -> list[dict[str, Any]]:
        with self._lock:
            described = [asdict(each) for each in self._by_prefix.values()]
        return [{self.prefix_field: each.pop("prefix"), **each} for each in described]


# One of each for the process: the control routes fill them, and Lambda, API Gateway and SageMaker read them.
FUNCTIONS = Handlers("image", repository_of)
MODELS = Handlers("endpoint", lambda name: name)
