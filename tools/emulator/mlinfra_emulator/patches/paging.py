"""Pages of a list, by tokens that carry the offset and hold only for the query they were given for."""

import base64
import hashlib
import json
from collections.abc import Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")


class InvalidToken(ValueError):
    """The token was not given by this list with this query."""


def take_page(
    items: Sequence[Item], size: int, token: str | None, query: Any = None
) -> tuple[list[Item], str | None]:
    """The page that `token` points at, and the token of the next page or None on the last."""
    start = _offset(token, query) if token else 0
    end = start + size
    return list(items[start:end]), _token(end, query) if end < len(items) else None


def _token(offset: int, query: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps([offset, _digest(query)]).encode()).decode()


def _offset(token: str, query: Any) -> int:
    try:
        offset, digest = json.loads(base64.urlsafe_b64decode(token.encode()))
    except (ValueError, TypeError) as error:
        raise InvalidToken(token) from error
    if type(offset) is not int or offset < 0 or digest != _digest(query):
        raise InvalidToken(token)
    return offset


def _digest(query: Any) -> str:
    return hashlib.sha256(json.dumps(query, sort_keys=True).encode()).hexdigest()[:16]
