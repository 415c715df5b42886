"""Which template of a path takes a request: `/predictions/{id}`, `/{proxy+}`."""

import re
from collections.abc import Iterable
from typing import TypeVar
from urllib.parse import unquote

Route = TypeVar("Route")


def parameters_of(template: str, path: str) -> dict[str, str] | None:
    """The values of the template's variables; None where the path does not fit."""
    names = re.findall(r"\{([^}+]+)\+?\}", template)
    pieces = re.split(r"(\{[^}]+\})", template)
    pattern = "".join(_pattern(piece) for piece in pieces)
    found = re.fullmatch(pattern, path)
    return dict(zip(names, map(unquote, found.groups()), strict=True)) if found else None


def most_exact(routes: Iterable[tuple[str, Route]], path: str) -> tuple[Route, dict[str, str]] | None:
    """Of templates that fit, the one with the fewest variables, and a greedy one last."""
    fitting = []
    for template, route in routes:
        parameters = parameters_of(template, path)
        if parameters is not None:
            fitting.append(("+}" in template, len(parameters), template, route, parameters))
    if not fitting:
        return None
    *_, route, parameters = min(fitting, key=lambda each: each[:3])
    return route, parameters


def _pattern(piece: str) -> str:
    if not piece.startswith("{"):
        return re.escape(piece)
    return "(.+)" if piece.endswith("+}") else "([^/]+)"
