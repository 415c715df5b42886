"""EC2: rules of security groups keep their description whomever they name, and only one that EC2 takes."""

import re
from typing import Any

from moto.ec2.exceptions import InvalidParameterValue
from moto.ec2.models.security_groups import SecurityGroupRule

from .rebinding import wrap_method

TAKEN = re.compile(r"[a-zA-Z0-9. _\-:/()#,@\[\]+=&;{}!$*]{0,255}")
REFUSAL = (
    "Invalid rule description. Valid descriptions are strings less than 256 characters from the following set: "
    "a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*"
)


def apply() -> None:
    wrap_method(SecurityGroupRule, "__init__", _with_description)
    # moto reads it from the range of addresses alone; a change of the rule is written there as well.
    SecurityGroupRule.description = property(_description)


def _with_description(
    original: Any,
    self: SecurityGroupRule,
    backend: Any,
    protocol: str,
    group: str,
    from_port: Any,
    to_port: Any,
    ip_range: dict[str, str] | None,
    source_group: dict[str, str] | None = None,
    prefix_list: dict[str, str] | None = None,
    **others: Any,
) -> None:
    original(self, backend, protocol, group, from_port, to_port, ip_range, source_group, prefix_list, **others)
    self.prefix_list_description = (prefix_list or {}).get("Description")
    if not TAKEN.fullmatch(_description(self) or ""):
        raise InvalidParameterValue(REFUSAL)


def _description(self: SecurityGroupRule) -> str | None:
    return self.ip_range.get("Description") or self.source_group.get("Description") or self.prefix_list_description
