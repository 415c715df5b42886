"""What the environment variables say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from requests.auth import AuthBase

from churn_ui.signature import Signed

_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?(/[A-Za-z0-9._~-]+)*")
_REGION = re.compile(r"[a-z]{2}(-[a-z]+)+-\d")


class SettingsError(Exception):
    """An environment variable is missing or holds a value the page cannot use."""


@dataclass(frozen=True)
class Api:
    """endpoint: address with its stage and without a slash at the end. auth: how requests prove who sends them, if at all."""

    endpoint: str
    auth: AuthBase | None = None


def api(environment: Mapping[str, str]) -> Api:
    """Where the API is, and how it lets the page in."""
    return Api(_endpoint(environment), _auth(environment))


def _endpoint(environment: Mapping[str, str]) -> str:
    address = environment.get("API_ENDPOINT", "").strip().rstrip("/")
    if not _URL.fullmatch(address):
        wanted = "it must be the API's address with its stage, https://…/v1."
        raise SettingsError(f"API_ENDPOINT is {address!r}; {wanted}")
    return address


def _auth(environment: Mapping[str, str]) -> AuthBase | None:
    kind = environment.get("API_AUTHORIZATION", "none").strip() or "none"
    if kind == "none":
        return None
    if kind == "iam":
        region = environment.get("AWS_REGION", "").strip()
        if not _REGION.fullmatch(region):
            raise SettingsError(f"AWS_REGION is {region!r}; requests are signed for the API's region, such as eu-central-1.")
        return Signed(region)
    if kind == "jwt":
        raise SettingsError(
            "API_AUTHORIZATION is 'jwt', and this page has no token to send: nobody signs in to it. The API would answer "
            "every request with 401, so nothing is sent. Set the stack's authorizer to iam, or call the API from "
            "a program that has a token."
        )
    raise SettingsError(f"API_AUTHORIZATION is {kind!r}; it must be iam (requests are signed) or none.")
