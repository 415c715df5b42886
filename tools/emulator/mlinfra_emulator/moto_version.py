"""Refuses any moto but the one the patches were written for."""

from importlib.metadata import PackageNotFoundError, version

from .cannot_start import CannotStart

REQUIRED_MOTO = "5.2.1"
INSTALL_COMMAND = "python3 -m pip install -r tools/emulator/requirements.txt"


class WrongMoto(CannotStart):
    """moto is missing or of another version; the message says which command installs it."""


def require_moto() -> None:
    """The patches reach into private parts of moto, so that no other version is safe to patch."""
    try:
        found = version("moto")
    except PackageNotFoundError:
        raise WrongMoto(
            f"moto is not installed, and the emulator is moto {REQUIRED_MOTO} with patches. "
            f"Install it with: {INSTALL_COMMAND}"
        ) from None
    if found != REQUIRED_MOTO:
        raise WrongMoto(
            f"moto {found} is installed, but the emulator's patches are written for moto {REQUIRED_MOTO}. "
            f"Install that version with: {INSTALL_COMMAND}"
        )
    for module in ("flask", "flask_cors", "werkzeug"):
        try:
            __import__(module)
        except ImportError:
            raise WrongMoto(
                f"moto {found} is installed without its server ({module} is missing). "
                f"Install it with: {INSTALL_COMMAND}"
            ) from None
