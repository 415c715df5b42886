"""Records in PostgreSQL: one table, made where it is missing."""

from __future__ import annotations

import json
import queue
import ssl
import time
from collections.abc import Sequence
from contextlib import suppress

from pg8000.exceptions import DatabaseError, InterfaceError
from pg8000.native import Connection

from app.aws import AwsError, client, reason
from app.logs import log
from app.records import Record, unavailable
from app.settings import PostgresSettings

# The smallest instance has some 80 connections, for all tasks together.
MAX_IDLE = 4
_PURGE_SECONDS = 3_600.0
_TIMEOUT_SECONDS = 8

# Several processes may begin at once, and "if not exists" alone does not keep them apart.
_SCHEMA = (
    "SELECT pg_advisory_lock(7015501)",
    "CREATE TABLE IF NOT EXISTS predictions (id uuid PRIMARY KEY, created_at timestamptz NOT NULL, "
    "expires_at timestamptz NOT NULL, model text NOT NULL, features jsonb NOT NULL, risk double precision NOT NULL)",
    "CREATE INDEX IF NOT EXISTS predictions_expires_at ON predictions (expires_at)",
    "SELECT pg_advisory_unlock(7015501)",
)

_KEEP = (
    "INSERT INTO predictions (id, created_at, expires_at, model, features, risk) "
    "SELECT id, created_at, expires_at, model, features, risk FROM jsonb_to_recordset(CAST(:rows AS jsonb)) "
    "AS given (id uuid, created_at timestamptz, expires_at timestamptz, model text, features jsonb, risk double precision) "
    # The same rows again, after a connection that broke with its answer.
    "ON CONFLICT (id) DO NOTHING"
)


class PostgresRecords:
    """A few connections are kept open between requests; each is used by one thread at a time."""

    def __init__(self, settings: PostgresSettings) -> None:
        self._settings = settings
        self._idle: queue.LifoQueue[Connection] = queue.LifoQueue(MAX_IDLE)
        self._has_schema = False
        self._purged_at = -_PURGE_SECONDS

    def keep(self, records: Sequence[Record]) -> None:
        rows = json.dumps([_row(record) for record in records])
        try:
            try:
                self._run(rows)
            except (InterfaceError, OSError, DatabaseError) as error:
                if not _is_passing(error):
                    raise
                # A connection that the server closed, or a password that was changed between reading and using it.
                self._close_idle()
                self._run(rows)
        except (InterfaceError, OSError, DatabaseError) as error:
            raise unavailable(self._settings.host, _why(error)) from error
        except AwsError as error:
            raise unavailable(self._settings.secret_arn, reason(error)) from error

    def _run(self, rows: str) -> None:
        try:
            connection = self._idle.get_nowait()
        except queue.Empty:
            connection = self._open()
        try:
            connection.run(_KEEP, rows=rows)
            if time.monotonic() - self._purged_at >= _PURGE_SECONDS:
                self._purged_at = time.monotonic()
                connection.run("DELETE FROM predictions WHERE expires_at < now()")
        except BaseException:
            _close(connection)
            raise
        try:
            self._idle.put_nowait(connection)
        except queue.Full:
            _close(connection)

    def _open(self) -> Connection:
        settings = self._settings
        secret = json.loads(client("secretsmanager").get_secret_value(SecretId=settings.secret_arn)["SecretString"])
        connection = Connection(
            secret["username"],
            password=secret["password"],
            host=settings.host,
            port=settings.port,
            database=settings.database,
            # Checks the certificate and that it is this host's.
            ssl_context=ssl.create_default_context(cafile=settings.certificates),
            timeout=_TIMEOUT_SECONDS,
            application_name="platform-baseline",
        )
        if not self._has_schema:
            for statement in _SCHEMA:
                connection.run(statement)
            self._has_schema = True
            log.info("connected", extra={"fields": {"database": settings.host}})
        return connection

    def _close_idle(self) -> None:
        with suppress(queue.Empty):
            while True:
                _close(self._idle.get_nowait())


def _close(connection: Connection) -> None:
    with suppress(Exception):
        connection.close()


def _is_passing(error: Exception) -> bool:
    """28P01: wrong password. 57P01 to 57P03: the server goes or comes."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return False
    return not isinstance(error, DatabaseError) or _state(error) in ("28P01", "57P01", "57P02", "57P03")


def _state(error: Exception) -> str:
    found = error.args[0] if error.args else None
    return str(found.get("C", "")) if isinstance(found, dict) else ""


def _why(error: Exception) -> str:
    return f"{type(error).__name__} {_state(error)}".strip()


def _row(record: Record) -> dict[str, object]:
    return {
        "id": record.id,
        "created_at": record.created_at.isoformat(),
        "expires_at": record.expires_at.isoformat(),
        "model": record.model,
        "features": dict(record.features),
        "risk": record.risk,
    }
