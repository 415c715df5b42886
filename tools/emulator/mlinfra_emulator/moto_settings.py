"""The settings moto must have before its first request is served."""

import os


def set_environment() -> None:
    """moto reads these when its modules are imported, so call it before importing any of them."""
    # AWS managed policies are attached by ARN; without them AttachRolePolicy answers NoSuchEntity.
    os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"
    # A fixed account would hide the account of an assumed role from every call.
    os.environ.pop("MOTO_ACCOUNT_ID", None)


def set_port(port: int) -> None:
    """Step Functions tasks call moto back over HTTP, at this port."""
    os.environ["MOTO_PORT"] = str(port)


def choose_backends() -> None:
    """
    Run state machines for real, and functions without docker.

    Each switch selects a backend, and what was created in the other one is not listed any more.
    They are therefore set before the server answers its first request, and never afterwards.
    """
    from moto.core.config import default_user_config

    default_user_config["stepfunctions"] = {"execute_state_machine": True}
    default_user_config["lambda"] = {"use_docker": False}
    default_user_config["batch"] = {"use_docker": False}
