"""A request's body, read into customers that can be predicted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from churn_api.errors import ServiceError
from customer.validation import Problem, problems

MAX_CUSTOMERS = 1_000
# A thousand customers have about 400 kB.
MAX_BODY_BYTES = 1_000_000
# Enough to correct a file by; a thousand times everything helps nobody.
MAX_PROBLEMS = 50


@dataclass(frozen=True)
class Asked:
    """single: the body was one customer, and one prediction is the answer."""

    customers: list[dict[str, Any]]
    single: bool


def read_body(body: bytes) -> Asked:
    """ServiceError 400 names every field that is wrong, by its path; 413 for too much."""
    if len(body) > MAX_BODY_BYTES:
        raise ServiceError(
            413,
            "body_too_large",
            f"The body has {len(body)} bytes; up to {MAX_BODY_BYTES} are read.",
            f"Send at most {MAX_CUSTOMERS} customers at a time.",
        )
    try:
        document = json.loads(body, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        hint = "Send one customer as a JSON object, or {\"customers\": [...]}; openapi.yaml describes both."
        raise ServiceError(400, "broken_json", "The body is not JSON.", hint) from None
    if isinstance(document, dict) and "customers" in document:
        return Asked(_several(document), single=False)
    _refuse(problems(document))
    return Asked([document], single=True)


def _several(document: dict[str, Any]) -> list[dict[str, Any]]:
    customers = document["customers"]
    if not isinstance(customers, list) or not 1 <= len(customers) <= MAX_CUSTOMERS:
        size = f"{len(customers)} customers" if isinstance(customers, list) else "no list"
        _refuse([Problem("customers", f"customers holds {size}; it must be a list of 1 to {MAX_CUSTOMERS} customers.")])
    others = sorted(set(document) - {"customers"})
    _refuse([Problem(name[:60], f"{name[:60]!r} cannot stand beside customers; leave it out.") for name in others])
    found: list[Problem] = []
    for number, customer in enumerate(customers):
        for problem in problems(customer):
            path = f"customers[{number}]" + (f".{problem.field}" if problem.field else "")
            found.append(Problem(path, problem.message))
        if len(found) >= MAX_PROBLEMS:
            break
    _refuse(found)
    return customers


def _refuse(found: list[Problem]) -> None:
    if not found:
        return
    count = "One field is" if len(found) == 1 else f"{len(found)} fields are"
    if len(found) >= MAX_PROBLEMS:
        found, count = found[:MAX_PROBLEMS], f"At least {MAX_PROBLEMS} fields are"
    hint = "Correct the fields and send the request again; openapi.yaml describes them."
    raise ServiceError(400, "invalid_customer", f"{count} wrong. {found[0].message}", hint, found)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
