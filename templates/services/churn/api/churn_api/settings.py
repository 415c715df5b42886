"""What the environment variables say, checked once per container."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_ENDPOINT = re.compile(r"[A-Za-z0-9](-*[A-Za-z0-9]){0,62}")
_BASE_PATH = re.compile(r"(/[A-Za-z0-9_-]+)?")


class SettingsError(Exception):
    """An environment variable is missing or holds a value the service cannot use."""


@dataclass(frozen=True)
class Settings:
    endpoint_name: str
    log_level: str


def read_settings(environment: Mapping[str, str]) -> Settings:
    """SettingsError names the variable, the value and what is allowed."""
    endpoint = environment.get("ENDPOINT_NAME", "").strip()
    if not _ENDPOINT.fullmatch(endpoint):
        raise SettingsError(f"ENDPOINT_NAME is {endpoint!r}; it must be the name of a SageMaker endpoint.")
    level = environment.get("LOG_LEVEL", "").strip().upper() or "INFO"
    if level not in LOG_LEVELS:
        raise SettingsError(f"LOG_LEVEL is {level!r}; it must be one of {', '.join(LOG_LEVELS)}.")
    return Settings(endpoint, level)


def base_path(environment: Mapping[str, str]) -> str:
    """The stage's part of every path, "/v1"; empty where the API is served at the root."""
    path = environment.get("API_BASE_PATH", "/v1").strip()
    if not _BASE_PATH.fullmatch(path):
        raise SettingsError(f"API_BASE_PATH is {path!r}; it must be a slash and the stage's name, such as /v1.")
    return path


def allowed_origins(environment: Mapping[str, str]) -> list[str]:
    """Origins that a browser may call from; none unless CORS_ALLOWED_ORIGINS names them."""
    return [origin.strip() for origin in environment.get("CORS_ALLOWED_ORIGINS", "").split(",") if origin.strip()]


@lru_cache(maxsize=1)
def current() -> Settings:
    """Settings of this container."""
    return read_settings(os.environ)
