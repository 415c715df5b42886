"""State that patches add, kept on moto's backend of one account and region, so that a reset takes it along."""

from typing import TypeVar

from moto.core.base_backend import BaseBackend

State = TypeVar("State")


def backend_state(backend: BaseBackend, name: str, kind: type[State]) -> State:
    """The state called `name`, made by `kind()` on first use."""
    return vars(backend).setdefault(f"_mlinfra_{name}", kind())
