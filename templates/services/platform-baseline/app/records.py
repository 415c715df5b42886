"""What is kept of every prediction, and what a database must be able to do with it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

from app.errors import ServiceError
from app.logs import log

KEEP_DAYS = 365


@dataclass(frozen=True)
class Record:
    """created_at, expires_at: UTC. model: name and version."""

    model: str
    features: Mapping[str, float]
    risk: float
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def expires_at(self) -> datetime:
        return self.created_at + timedelta(days=KEEP_DAYS)


class Records(Protocol):
    def keep(self, records: Sequence[Record]) -> None:
        """All of them, or ServiceError 503."""


def unavailable(database: str, why: str) -> ServiceError:
    """What callers are told where records cannot be kept, whatever the database is."""
    log.error("records failed", extra={"fields": {"database": database, "reason": why}})
    return ServiceError(
        503,
        "records_unavailable",
        f"The database of the service failed with {why}.",
        "Try again. If it stays so, look at the database's alarms and at what the role may do with it.",
    )
