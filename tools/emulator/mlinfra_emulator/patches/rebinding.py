"""Adds to and wraps moto's methods, and refuses when moto is not what a patch was written for."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from ..cannot_start import CannotStart


class PatchDoesNotFit(CannotStart):
    """moto has changed under a patch; the message says which patch to look at."""


def add_method(owner: type, method: Callable[..., Any]) -> None:
    """Give `owner` a method it lacks, under the function's own name."""
    if hasattr(owner, method.__name__):
        raise PatchDoesNotFit(
            f"{owner.__module__}.{owner.__name__} now has {method.__name__} itself. "
            f"Compare it with {method.__module__} and remove the patch if moto's is as good."
        )
    setattr(owner, method.__name__, method)


def replace_method(owner: type, name: str, method: Callable[..., Any]) -> None:
    """Put `method` in the place of moto's own, which must exist."""
    _existing(owner, name, method)
    setattr(owner, name, method)


def wrap_method(owner: type, name: str, around: Callable[..., Any]) -> None:
    """`around(original, self, ...)` runs instead of `owner.name`, and calls `original(self, ...)` itself."""
    original = _existing(owner, name, around)

    @wraps(original)
    def wrapped(self: Any, *args: Any, **kwargs: Any) -> Any:
        return around(original, self, *args, **kwargs)

    setattr(owner, name, wrapped)


def _existing(owner: type, name: str, patch: Callable[..., Any]) -> Callable[..., Any]:
    # vars(), not getattr(): an inherited method would be patched in the wrong class.
    original = vars(owner).get(name)
    if original is None:
        raise PatchDoesNotFit(
            f"{owner.__module__}.{owner.__name__} has no {name} any more. "
            f"Adapt {patch.__module__} to this moto, or remove the patch."
        )
    return original
