"""Lets the function behind a method or route answer."""

import re
from typing import Any

from moto.awslambda.utils import get_backend

from ..functions.invocation import HandlerFailed, invoke_function
from ..functions.registrations import FUNCTIONS
from .events import answer_of
from .message import Answer, told

FUNCTION_ARN = re.compile(r"arn:[a-z-]+:lambda:([a-z0-9-]+):(\d{12}):function:([A-Za-z0-9_-]+)")


def run_function(uri: str, event: dict[str, Any], *, any_shape: bool) -> Answer:
    """`uri` names the function in any of the forms that integrations have."""
    found = FUNCTION_ARN.search(uri or "")
    if not found:
        return told(503, f"The emulator cannot reach {uri or 'an integration without an address'}.")
    region, account, name = found.groups()
    try:
        function = get_backend(account, region).get_function(name)
    except Exception:
        return told(500, "Internal Server Error", "InternalServerErrorException")
    handler = FUNCTIONS.find(function.code.get("ImageUri", ""))
    if handler is None:
        return told(
            502,
            f"The emulator does not run the code of {name}. Register a folder for its image "
            "with PUT /mlinfra-emulator/functions.",
        )
    try:
        return answer_of(invoke_function(handler, function, event), any_shape=any_shape)
    except HandlerFailed:
        # What it was, the emulator's output tells; AWS does not tell callers either.
        return told(502, "Internal server error", "InternalServerErrorException")
