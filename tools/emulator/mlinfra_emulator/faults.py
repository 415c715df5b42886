"""Errors that tests ask AWS to answer with: throttling, denial, expired credentials."""

import threading
from dataclasses import asdict, dataclass
from typing import Any

from .request_identity import RequestIdentity
from .rest_operations import protocol
from .service_names import service_name

_MESSAGES = {
    "AccessDenied": "User is not authorized to perform: {service}:{operation}",
    "AccessDeniedException": "User is not authorized to perform: {service}:{operation}",
    "ExpiredToken": "The security token included in the request is expired",
    "ExpiredTokenException": "The security token included in the request is expired",
    "Throttling": "Rate exceeded",
    "ThrottlingException": "Rate exceeded",
    "TooManyRequestsException": "Too Many Requests",
}
_REST_STATUS = {"Throttling": 429, "TooMany": 429, "AccessDenied": 403, "ExpiredToken": 403}


class InvalidFault(ValueError):
    """The fault's description cannot be used; the message says which field and why."""


@dataclass
class Fault:
    """`None` matches anything; `times` counts down, and `None` lasts until the faults are deleted."""

    service: str
    error: str
    operation: str | None = None
    account: str | None = None
    region: str | None = None
    status: int | None = None
    message: str | None = None
    times: int | None = None
    answered: int = 0

    def matches(self, request: RequestIdentity) -> bool:
        return (
            self.service == request.service
            and self.operation in (None, request.operation)
            and self.region in (None, request.region)
            and self.account in (None, request.account, request.role_account)
            and (self.times is None or self.answered < self.times)
        )

    def status_for(self, request: RequestIdentity) -> int:
        if self.status is not None:
            return self.status
        if (protocol(request.service) or "").startswith("rest"):
            return next((code for name, code in _REST_STATUS.items() if self.error.startswith(name)), 400)
        return 400

    def message_for(self, request: RequestIdentity) -> str:
        template = self.message or _MESSAGES.get(self.error, f"{self.error}, as asked for by a test")
        return template.replace("{service}", request.service).replace("{operation}", request.operation)


def parse_fault(given: Any) -> Fault:
    """Refuses unknown fields: a misspelt one would make a fault wider than its test meant."""
    if not isinstance(given, dict):
        raise InvalidFault("A fault is a JSON object with at least `service` and `error`.")
    texts = ("service", "error", "operation", "account", "region", "message")
    numbers = ("status", "times")
    unknown = sorted(set(given) - set(texts) - set(numbers))
    if unknown:
        raise InvalidFault(f"Unknown field {unknown[0]}; a fault has {', '.join((*texts, *numbers))}.")
    for field in texts:
        if given.get(field) is not None and not isinstance(given[field], str):
            raise InvalidFault(f"{field} must be a string, and is {given[field]!r}.")
    for field in numbers:
        if given.get(field) is not None and (type(given[field]) is not int or given[field] < 1):
            raise InvalidFault(f"{field} must be a whole number above 0, and is {given[field]!r}.")
    for field in ("service", "error"):
        if not given.get(field):
            raise InvalidFault(f"A fault needs {field}.")
    if given.get("status") is not None and not 400 <= given["status"] <= 599:
        raise InvalidFault(f"status must be between 400 and 599, and is {given['status']}.")
    return Fault(**{**given, "service": service_name(given["service"])})


class Faults:
    """The faults in force, in the order they were added: the first that matches answers."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._lock = threading.Lock()

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._faults.append(fault)

    def clear(self) -> None:
        with self._lock:
            self._faults.clear()

    def take(self, request: RequestIdentity) -> Fault | None:
        """The fault that answers this request, if any; taking it counts it."""
        with self._lock:
            for fault in self._faults:
                if fault.matches(request):
                    fault.answered += 1
                    return fault
        return None

    def described(self) -> list[dict[str, Any]]:
        with self._lock:
            return [asdict(fault) for fault in self._faults]
