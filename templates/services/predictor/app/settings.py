"""What the environment variables say, typed and checked when the container starts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
# ECS kills a task 120 s after its SIGTERM; the last connections need a moment of that.
MAX_GRACE_SECONDS = 110


class SettingsError(Exception):
    """An environment variable is missing or holds a value the service cannot use."""


@dataclass(frozen=True)
class Settings:
    """shutdown_grace_seconds: how long running requests may take after the signal to stop."""

    files_bucket: str
    data_bucket: str
    log_level: str
    cors_allowed_origins: tuple[str, ...]
    shutdown_grace_seconds: int


def read_settings(environment: Mapping[str, str]) -> Settings:
    """SettingsError names the variable, the value and what is allowed."""

    def bucket(name: str) -> str:
        value = environment.get(name, "").strip()
        if not _BUCKET.fullmatch(value):
            raise SettingsError(f"{name} is {value!r}; it must be the name of an S3 bucket.")
        return value

    level = environment.get("LOG_LEVEL", "").strip().upper() or "INFO"
    if level not in LOG_LEVELS:
        raise SettingsError(f"LOG_LEVEL is {level!r}; it must be one of {', '.join(LOG_LEVELS)}.")
    grace = environment.get("SHUTDOWN_GRACE_SECONDS", "").strip() or str(MAX_GRACE_SECONDS)
    if not re.fullmatch(r"\d{1,3}", grace) or not 1 <= int(grace) <= MAX_GRACE_SECONDS:
        raise SettingsError(
            f"SHUTDOWN_GRACE_SECONDS is {grace!r}; it must be a whole number from 1 to {MAX_GRACE_SECONDS}."
        )
    origins = environment.get("CORS_ALLOWED_ORIGINS", "").split(",")
    return Settings(
        files_bucket=bucket("FILES_BUCKET"),
        data_bucket=bucket("DATA_BUCKET"),
        log_level=level,
        cors_allowed_origins=tuple(origin.strip() for origin in origins if origin.strip()),
        shutdown_grace_seconds=int(grace),
    )
