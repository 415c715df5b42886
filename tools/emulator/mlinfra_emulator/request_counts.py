"""Counts AWS calls, so that a test can say how many its code made."""

import threading
from collections import Counter
from typing import Any

from .request_identity import RequestIdentity


class RequestCounts:
    """Calls since the last clearing, by service, operation, account, region and status."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str, str, str, int]] = Counter()
        self._lock = threading.Lock()

    def add(self, request: RequestIdentity, status: int) -> None:
        with self._lock:
            self._counts[(request.service, request.operation, request.account, request.region, status)] += 1

    def clear(self) -> None:
        with self._lock:
            self._counts.clear()

    def described(self) -> dict[str, Any]:
        names = ("service", "operation", "account", "region", "status", "count")
        with self._lock:
            counts = sorted(self._counts.items())
        return {
            "total": sum(count for _, count in counts),
            "requests": [dict(zip(names, (*key, count), strict=True)) for key, count in counts],
        }
