"""IAM: the 1,485 managed policies read once, instead of for each account, partition and reset."""

import copy
from typing import Any

from moto.iam.models import AWSManagedPolicy, IAMBackend

from .rebinding import wrap_method

# The only partition the stacks are made for. moto asks the other six for each access key it looks up.
PARTITION = "aws"
_READ: list[AWSManagedPolicy] = []


def apply() -> None:
    wrap_method(IAMBackend, "_init_aws_policies", _copied_policies)


def _copied_policies(original: Any, self: IAMBackend) -> list[AWSManagedPolicy]:
    """Reading them takes a tenth of a second, which the first request of an account pays seven times."""
    if self.region_name != PARTITION:
        return []
    if not _READ:
        _READ.extend(original(self))
    return [_copied(policy, self.account_id) for policy in _READ]


def _copied(policy: AWSManagedPolicy, account: str) -> AWSManagedPolicy:
    # Shallow: what a backend changes on a managed policy is its attachment count, a plain number.
    mine = copy.copy(policy)
    mine.account_id = account
    return mine
