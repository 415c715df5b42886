"""Step Functions tasks: calls made in the account of the role of the machine, or of the state."""

import sys
from collections.abc import Callable
from typing import Any

from botocore.client import BaseClient
from moto.stepfunctions.parser import models  # noqa: F401 - imports every module that has the function
from moto.stepfunctions.parser.asl.utils import boto_client

NAME = "boto_client_for"
PACKAGE = "moto.stepfunctions."


def apply() -> None:
    original = boto_client.boto_client_for
    # Each task module has imported the function by name, and would keep its own.
    for name, module in list(sys.modules.items()):
        if name.startswith(PACKAGE) and getattr(module, NAME, None) is original:
            setattr(module, NAME, _in_account_of_role(original))


def _in_account_of_role(original: Callable[..., BaseClient]) -> Callable[..., BaseClient]:
    def client_for(region: str, service: str, state_credentials: Any = None) -> BaseClient:
        client = original(region=region, service=service, state_credentials=state_credentials)
        account = _account(state_credentials)
        if account:
            # moto reads this header before it looks the access key up, which is the same for all tasks.
            client.meta.events.register("before-sign", lambda request, **_: _mark(request, account))
        return client

    return client_for


def _mark(request: Any, account: str) -> None:
    request.headers["x-moto-account-id"] = account


def _account(state_credentials: Any) -> str:
    parts = (getattr(state_credentials, "role_arn", None) or "").split(":")
    return parts[4] if len(parts) > 5 else ""
