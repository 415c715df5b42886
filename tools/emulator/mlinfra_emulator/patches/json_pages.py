"""Cuts pages out of list answers that moto gives whole, for the REST APIs that carry JSON."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .paging import InvalidToken, take_page
from .rebinding import wrap_method


@dataclass(frozen=True)
class PageNames:
    """What an API calls the parts of a page, and its sizes."""

    items: str
    token_in: str
    token_out: str
    size: str
    default_size: int
    largest_size: int


def page_lists(
    response: type, methods: tuple[str, ...], names: PageNames, invalid: Callable[[str], Exception]
) -> None:
    """Page the answers of these methods of a response class; `invalid` makes the error of a bad argument."""
    for method in methods:
        wrap_method(response, method, _paged(method, names, invalid))


def _paged(method: str, names: PageNames, invalid: Callable[[str], Exception]) -> Callable[..., Any]:
    def paged(original: Any, self: Any) -> Any:
        answer = original(self)
        *head, body = answer if isinstance(answer, tuple) else (answer,)
        content = json.loads(body)
        given = self.querystring.get(names.size, [""])[0]
        if given and not (given.isdigit() and int(given) > 0):
            raise invalid(f"{names.size} must be a whole number above 0, and is {given}.")
        size = min(int(given or names.default_size), names.largest_size)
        token = self.querystring.get(names.token_in, [None])[0]
        try:
            page, following = take_page(content[names.items], size, token, [method, self.path])
        except InvalidToken:
            raise invalid(f"Invalid {names.token_in}: {token}") from None
        content[names.items] = page
        if following:
            content[names.token_out] = following
        return (*head, json.dumps(content)) if head else json.dumps(content)

    return paged
