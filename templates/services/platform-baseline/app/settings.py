"""What the environment variables say, typed and checked when the program starts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
# ECS kills a task 120 s after its SIGTERM; the last connections need a moment of that.
MAX_GRACE_SECONDS = 110
MAX_BATCH_ITEMS = 1_000
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")


class SettingsError(Exception):
    """An environment variable is missing or holds a value the service cannot use."""


@dataclass(frozen=True)
class PostgresSettings:
    """certificates: file with the certificate authorities that the server's certificate may come from."""

    host: str
    port: int
    database: str
    secret_arn: str
    certificates: str


@dataclass(frozen=True)
class Settings:
    """database: the table's name, or where PostgreSQL is.

    shutdown_grace_seconds: how long running requests may take after the signal to stop.
    """

    model_bucket: str
    database: str | PostgresSettings
    max_batch_items: int
    log_level: str
    cors_allowed_origins: tuple[str, ...]
    port: int
    shutdown_grace_seconds: int


def read_settings(environment: Mapping[str, str]) -> Settings:
    """SettingsError names the variable, the value and what is allowed."""

    def text(name: str) -> str:
        value = environment.get(name, "").strip()
        if not value:
            raise SettingsError(f"{name} is not set.")
        return value

    def number(name: str, default: int, low: int, high: int) -> int:
        value = environment.get(name, "").strip() or str(default)
        if not re.fullmatch(r"\d{1,6}", value) or not low <= int(value) <= high:
            raise SettingsError(f"{name} is {value!r}; it must be a whole number from {low} to {high}.")
        return int(value)

    bucket = text("MODEL_BUCKET")
    if not _BUCKET.fullmatch(bucket):
        raise SettingsError(f"MODEL_BUCKET is {bucket!r}; it must be the name of an S3 bucket.")
    engine = text("DATABASE_ENGINE")
    if engine not in ("dynamodb", "postgres"):
        raise SettingsError(f"DATABASE_ENGINE is {engine!r}; it must be dynamodb or postgres.")
    level = environment.get("LOG_LEVEL", "").strip().upper() or "INFO"
    if level not in LOG_LEVELS:
        raise SettingsError(f"LOG_LEVEL is {level!r}; it must be one of {', '.join(LOG_LEVELS)}.")
    origins = environment.get("CORS_ALLOWED_ORIGINS", "").split(",")
    return Settings(
        model_bucket=bucket,
        database=text("TABLE_NAME")
        if engine == "dynamodb"
        else PostgresSettings(
            host=text("DATABASE_HOST"),
            port=number("DATABASE_PORT", 5432, 1, 65_535),
            database=text("DATABASE_NAME"),
            secret_arn=text("DATABASE_SECRET_ARN"),
            certificates=text("DATABASE_CERTIFICATES"),
        ),
        max_batch_items=number("MAX_BATCH_ITEMS", 100, 1, MAX_BATCH_ITEMS),
        log_level=level,
        cors_allowed_origins=tuple(origin.strip() for origin in origins if origin.strip()),
        port=number("PORT", 8080, 1, 65_535),
        shutdown_grace_seconds=number("SHUTDOWN_GRACE_SECONDS", MAX_GRACE_SECONDS, 1, MAX_GRACE_SECONDS),
    )
