"""Finds the operation behind a REST call from the method, the path, the query string and the headers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import parse_qsl

from botocore.loaders import Loader


@dataclass(frozen=True)
class RestOperation:
    name: str
    path: re.Pattern[str]
    literals: int
    query: frozenset[tuple[str, str]]
    # Required parameters tell apart operations of one address: CopyObject is PutObject with a source.
    query_names: frozenset[str]
    headers: frozenset[str]

    def specificity(self) -> tuple[int, int]:
        return len(self.query) + len(self.query_names) + len(self.headers), self.literals


def rest_operation(service: str, environ: dict[str, Any], path: str) -> str | None:
    """`GET /2015-03-31/functions/` of `lambda` gives `ListFunctions`; an address nobody has gives None."""
    given = set(parse_qsl(environ.get("QUERY_STRING", ""), keep_blank_values=True))
    names = {name for name, _ in given}
    for operation in _operations(service).get(environ["REQUEST_METHOD"], ()):
        if (
            operation.query <= given
            and operation.query_names <= names
            and all(header in environ for header in operation.headers)
            and operation.path.fullmatch(path)
        ):
            return operation.name
    return None


def protocol(service: str) -> str | None:
    """The wire protocol of a service (`rest-json`, `rest-xml`, `json`, `query`, `ec2`), if it is known."""
    model = _model(service)
    return model["metadata"]["protocol"] if model else None


@cache
def _model(service: str) -> dict[str, Any] | None:
    loader = Loader()
    if service not in loader.list_available_services("service-2"):
        return None
    return loader.load_service_model(service, "service-2")


@cache
def _operations(service: str) -> dict[str, list[RestOperation]]:
    found: dict[str, list[RestOperation]] = {}
    model = _model(service)
    if not model or not model["metadata"]["protocol"].startswith("rest"):
        return found
    for name, operation in model["operations"].items():
        method = operation["http"]["method"]
        found.setdefault(method, []).append(_compile(name, operation, model["shapes"]))
    for operations in found.values():
        operations.sort(key=RestOperation.specificity, reverse=True)
    return found


def _compile(name: str, operation: dict[str, Any], shapes: dict[str, Any]) -> RestOperation:
    path, _, query = operation["http"]["requestUri"].partition("?")
    pieces = re.split(r"(\{[^}]+\})", path.rstrip("/"))
    shape = shapes[operation["input"]["shape"]] if "input" in operation else {}
    return RestOperation(
        name=name,
        path=re.compile("".join(_pattern(piece) for piece in pieces) + "/?"),
        literals=sum(len(piece) for piece in pieces if not piece.startswith("{")),
        query=frozenset(parse_qsl(query, keep_blank_values=True)),
        query_names=frozenset(_required(shape, "querystring")),
        headers=frozenset(f"HTTP_{name.upper().replace('-', '_')}" for name in _required(shape, "header")),
    )


def _pattern(piece: str) -> str:
    if not piece.startswith("{"):
        return re.escape(piece)
    return ".+" if piece.endswith("+}") else "[^/]+"


def _required(shape: dict[str, Any], location: str) -> Iterator[str]:
    for name in shape.get("required", ()):
        member = shape["members"][name]
        if member.get("location") == location:
            yield member["locationName"]
