"""Load balancers: whether rules of security groups hold for what comes by a private link."""

from typing import Any

from moto.core.responses import ActionResult
from moto.elbv2.responses import ELBV2Response

from .rebinding import wrap_method

ENFORCED = "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"
ATTRIBUTE = "enforce_security_group_inbound_rules_on_private_link_traffic"


def apply() -> None:
    wrap_method(ELBV2Response, "create_load_balancer", _create)
    wrap_method(ELBV2Response, "set_security_groups", _set_security_groups)


def _create(original: Any, self: ELBV2Response) -> ActionResult:
    """A network load balancer with security groups holds to them on private links too, unless it is told otherwise."""
    answer = original(self)
    (balancer,) = answer.result["LoadBalancers"]
    if balancer.type == "network" and balancer.security_groups:
        setattr(balancer, ATTRIBUTE, "on")
    return answer


def _set_security_groups(original: Any, self: ELBV2Response) -> ActionResult:
    answer = original(self)
    wanted = self._get_params().get(ENFORCED)
    if wanted:
        balancer = self.elbv2_backend.load_balancers[self._get_params()["LoadBalancerArn"]]
        setattr(balancer, ATTRIBUTE, wanted)
        answer.result[ENFORCED] = wanted
    return answer
