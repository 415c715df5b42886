"""What the environment variables say, typed and checked once per container."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class SettingsError(Exception):
    """An environment variable is missing or holds a value the service cannot use."""


@dataclass(frozen=True)
class Settings:
    """Durations in seconds, sizes in bytes, rates in Hz."""

    input_bucket: str
    output_bucket: str
    model_s3_bucket: str
    model_s3_key: str
    sample_rate_hz: int
    max_audio_seconds: float
    sync_max_audio_seconds: float
    window_seconds: float
    hop_seconds: float
    top_k: int
    log_level: str
    cors_allowed_origins: tuple[str, ...]
    result_url_expiry_seconds: int
    max_body_bytes: int
    max_input_bytes: int
    function_name: str


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Build settings from a mapping of environment variables.

    Raises SettingsError naming the variable, the value and what is allowed.
    """

    def text(name: str, default: str = "") -> str:
        return environment.get(name, "").strip() or default

    def number(name: str, default: float, low: float, high: float) -> float:
        raw = text(name, str(default))
        try:
            value = float(raw)
        except ValueError:
            raise SettingsError(f"{name} is {raw!r}; it must be a number from {low:g} to {high:g}.") from None
        if not low <= value <= high:
            raise SettingsError(f"{name} is {raw}; it must lie between {low:g} and {high:g}.")
        return value

    def whole(name: str, default: int, low: int, high: int) -> int:
        value = number(name, default, low, high)
        if value != int(value):
            raise SettingsError(f"{name} is {value:g}; it must be a whole number.")
        return int(value)

    bucket, key = text("MODEL_S3_BUCKET"), text("MODEL_S3_KEY")
    if bool(bucket) != bool(key):
        missing = "MODEL_S3_KEY" if bucket else "MODEL_S3_BUCKET"
        raise SettingsError(
            f"{missing} is empty while its partner is set; set MODEL_S3_BUCKET and MODEL_S3_KEY together, or neither."
        )
    level = text("LOG_LEVEL", "INFO").upper()
    if level not in LOG_LEVELS:
        raise SettingsError(f"LOG_LEVEL is {level!r}; it must be one of {', '.join(LOG_LEVELS)}.")
    window = number("WINDOW_SECONDS", 1.0, 0.1, 60.0)
    hop = number("HOP_SECONDS", 0.5, 0.05, 60.0)
    if hop > window:
        raise SettingsError(
            f"HOP_SECONDS is {hop:g}, longer than WINDOW_SECONDS ({window:g}); parts of the audio would never be heard."
        )
    origins = tuple(part.strip() for part in text("CORS_ALLOWED_ORIGINS").split(",") if part.strip())
    return Settings(
        input_bucket=text("INPUT_BUCKET"),
        output_bucket=text("OUTPUT_BUCKET"),
        model_s3_bucket=bucket,
        model_s3_key=key,
        sample_rate_hz=whole("SAMPLE_RATE_HZ", 16_000, 4_000, 192_000),
        max_audio_seconds=number("MAX_AUDIO_SECONDS", 3_600, 1, 86_400),
        # REST API integrations end at 29 s by default, so the synchronous path takes only
        # what is answered well before that; longer audio goes through a job.
        sync_max_audio_seconds=number("SYNC_MAX_AUDIO_SECONDS", 600, 1, 3_600),
        window_seconds=window,
        hop_seconds=hop,
        top_k=whole("TOP_K", 3, 1, 100),
        log_level=level,
        cors_allowed_origins=origins,
        result_url_expiry_seconds=whole("RESULT_URL_EXPIRY_SECONDS", 3_600, 60, 604_800),
        # An invocation may carry 6 MB, and base64 makes 4/3 of every byte.
        max_body_bytes=whole("MAX_BODY_BYTES", 4_500_000, 1_000, 4_700_000),
        max_input_bytes=whole("MAX_INPUT_BYTES", 1_073_741_824, 1_000, 5_368_709_120),
        function_name=text("AWS_LAMBDA_FUNCTION_NAME"),
    )


@lru_cache(maxsize=1)
def current() -> Settings:
    """Settings of this container."""
    return read_settings(os.environ)
