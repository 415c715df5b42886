"""What the environment variables say."""

from __future__ import annotations

import re
from collections.abc import Mapping

_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?(/[A-Za-z0-9._~-]+)*")


class SettingsError(Exception):
    """An environment variable is missing or holds a value the page cannot use."""


def api_endpoint(environment: Mapping[str, str]) -> str:
    """The API's address with its stage and without a slash at the end: https://…amazonaws.com/v1"""
    address = environment.get("API_ENDPOINT", "").strip().rstrip("/")
    if not _URL.fullmatch(address):
        wanted = "it must be the API's address with its stage, https://…/v1."
        raise SettingsError(f"API_ENDPOINT is {address!r}; {wanted}")
    return address
