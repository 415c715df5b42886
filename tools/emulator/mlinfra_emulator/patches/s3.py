"""S3: a bucket policy that asks for TLS lets clients in, and a versioned bucket can be emptied."""

import json
from typing import Any

from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.s3.models import FakeBucket, FakeDeleteMarker

from .rebinding import add_method, wrap_method


def apply() -> None:
    wrap_method(FakeBucket, "get_permission", _permission_over_tls)
    add_method(FakeDeleteMarker, dispose)


def dispose(self: FakeDeleteMarker) -> None:
    """A delete marker holds no content; moto asks it all the same when its version is deleted."""


def _permission_over_tls(original: Any, self: FakeBucket, action: str, resource: str) -> Any:
    """
    The emulator stands in for an endpoint that is reached by TLS. moto reads no condition and takes a
    statement that denies requests without (new enough) TLS as one that denies every request.
    """
    if self.policy is None:
        return original(self, action, resource)
    policy = json.loads(self.policy.decode())
    statements = policy["Statement"] if isinstance(policy["Statement"], list) else [policy["Statement"]]
    applicable = [statement for statement in statements if not _only_without_tls(statement)]
    if not applicable:
        return PermissionResult.NEUTRAL
    return IAMPolicy(json.dumps({**policy, "Statement": applicable})).is_action_permitted(action, resource)


def _only_without_tls(statement: dict[str, Any]) -> bool:
    conditions = statement.get("Condition", {})
    plain = conditions.get("Bool", {}).get("aws:SecureTransport")
    old_tls = conditions.get("NumericLessThan", {}).get("s3:TlsVersion")
    return _single(plain) == "false" or old_tls is not None


def _single(value: Any) -> Any:
    return value[0] if isinstance(value, list) and len(value) == 1 else value
