"""What the environment variables say, typed and checked once per container."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_MACHINE = re.compile(r"arn:aws[a-z-]*:states:[a-z0-9-]+:\d{12}:stateMachine:[A-Za-z0-9_-]{1,80}")


class SettingsError(Exception):
    """An environment variable is missing or holds a value the service cannot use."""


@dataclass(frozen=True)
class Settings:
    state_machine_arn: str
    bucket: str
    table: str
    upload_url_expiry_seconds: int
    download_url_expiry_seconds: int
    job_retention_days: int
    log_level: str


def read_settings(environment: Mapping[str, str]) -> Settings:
    """SettingsError names the variable, the value and what is allowed."""

    def text(name: str, default: str = "") -> str:
        value = environment.get(name, "").strip() or default
        if not value:
            raise SettingsError(f"{name} is not set.")
        return value

    def whole(name: str, default: int, low: int, high: int) -> int:
        raw = text(name, str(default))
        if not re.fullmatch(r"\d{1,9}", raw) or not low <= int(raw) <= high:
            raise SettingsError(f"{name} is {raw!r}; it must be a whole number from {low} to {high}.")
        return int(raw)

    machine = text("STATE_MACHINE_ARN")
    if not _MACHINE.fullmatch(machine):
        raise SettingsError(f"STATE_MACHINE_ARN is {machine!r}; it must be the ARN of a state machine.")
    level = text("LOG_LEVEL", "INFO").upper()
    if level not in LOG_LEVELS:
        raise SettingsError(f"LOG_LEVEL is {level!r}; it must be one of {', '.join(LOG_LEVELS)}.")
    return Settings(
        state_machine_arn=machine,
        bucket=text("MODEL_BUCKET"),
        table=text("JOB_TABLE"),
        # A URL ends with the credentials that signed it, whatever it says: seven days are S3's own limit.
        upload_url_expiry_seconds=whole("UPLOAD_URL_EXPIRY_SECONDS", 3_600, 60, 604_800),
        download_url_expiry_seconds=whole("DOWNLOAD_URL_EXPIRY_SECONDS", 3_600, 60, 604_800),
        job_retention_days=whole("JOB_RETENTION_DAYS", 90, 1, 9_999),
        log_level=level,
    )


@lru_cache(maxsize=1)
def current() -> Settings:
    """Settings of this container."""
    return read_settings(os.environ)
