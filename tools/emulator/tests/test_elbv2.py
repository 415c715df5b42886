"""Network load balancers behind a private link."""

from typing import Any

import pytest

pytestmark = pytest.mark.patch("elbv2")

ENFORCED = "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"


def test_rules_on_private_links_are_read_back_as_set(aws: Any) -> None:
    ec2, elbv2 = aws("ec2"), aws("elbv2")
    network = ec2.create_vpc(CidrBlock="10.20.0.0/20")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=network, CidrBlock="10.20.0.0/23")["Subnet"]["SubnetId"]
    group = ec2.create_security_group(GroupName="balancer", Description="Balancer", VpcId=network)["GroupId"]
    (made,) = elbv2.create_load_balancer(
        Name="inside", Type="network", Scheme="internal", Subnets=[subnet], SecurityGroups=[group]
    )["LoadBalancers"]
    assert made[ENFORCED] == "on"
    elbv2.set_security_groups(LoadBalancerArn=made["LoadBalancerArn"], SecurityGroups=[group], **{ENFORCED: "off"})
    assert elbv2.describe_load_balancers()["LoadBalancers"][0][ENFORCED] == "off"
