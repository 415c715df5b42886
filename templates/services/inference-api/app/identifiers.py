"""Identifiers that callers hand back to us, and the storage keys made of them."""

from __future__ import annotations

import re
import uuid

from app.errors import ServiceError

_ID = re.compile(r"[0-9a-f]{32}")
_INPUT_KEY = re.compile(r"inputs/[0-9a-f]{32}")


def new_id() -> str:
    return uuid.uuid4().hex


def checked_id(value: object) -> str:
    """`value` when it is an id of ours; ServiceError 400 otherwise, before it touches a key."""
    if isinstance(value, str) and _ID.fullmatch(value):
        return value
    raise ServiceError(
        400,
        "invalid_id",
        "The prediction id is not valid: ids have 32 characters from 0-9 and a-f.",
        "Use the id, or the status_url, that POST /predictions returned.",
    )


def checked_input_key(value: object) -> str:
    """`value` when it is a key that POST /uploads gave out; ServiceError 400 otherwise."""
    if isinstance(value, str) and _INPUT_KEY.fullmatch(value):
        return value
    raise ServiceError(
        400,
        "invalid_input_key",
        'The "input_key" is not valid: it has the form inputs/<32 characters from 0-9 and a-f>.',
        "Use the input_key that POST /uploads returned, after the file was sent to its upload_url.",
    )


def input_key(identifier: str) -> str:
    return f"inputs/{identifier}"


def status_key(identifier: str) -> str:
    return f"predictions/{identifier}/status.json"


def result_key(identifier: str) -> str:
    return f"predictions/{identifier}/result.json"
