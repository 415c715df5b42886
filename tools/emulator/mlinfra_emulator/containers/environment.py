"""The environment of a container's command: what its definition gives it, and nothing of the emulator's own."""

import os
import sys
from pathlib import Path

from moto.sts.models import sts_backends
from moto.utilities.utils import get_partition

# What any program needs to run on this machine.
MACHINE = ("HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "TZ")


def container_environment(
    declared: dict[str, str], *, directory: str, account: str, region: str, role: str, session: str
) -> dict[str, str]:
    """`declared` is that of the definition and the run; `role` is the task's, and `session` tells one from another."""
    return {
        **{name: os.environ[name] for name in MACHINE if name in os.environ},
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]),
        "PYTHONPATH": directory,
        # Lines are seen when they are written, and the folder of the code stays as it is.
        "PYTHONUNBUFFERED": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        **declared,
        **_aws(account, region, role, session),
    }


def _aws(account: str, region: str, role: str, session: str) -> dict[str, str]:
    """Keys of the task's role: a task works in the account it runs in."""
    keys = sts_backends[account][get_partition(region)].assume_role(
        region_name=region,
        role_session_name=session,
        role_arn=role,
        policy="",
        duration=3600,
        external_id="",
    )
    return {
        "AWS_ACCESS_KEY_ID": keys.access_key_id,
        "AWS_SECRET_ACCESS_KEY": keys.secret_access_key,
        "AWS_SESSION_TOKEN": keys.session_token,
        "AWS_REGION": region,
        "AWS_DEFAULT_REGION": region,
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{os.environ['MOTO_PORT']}",
        "AWS_EXECUTION_ENV": "AWS_ECS_FARGATE",
        # A person's own profile could name another endpoint, and there is no metadata service to ask.
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
    }
