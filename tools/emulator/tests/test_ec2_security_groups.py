"""Descriptions of the rules of security groups."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

pytestmark = pytest.mark.patch("ec2_security_groups")


def group(aws: Any) -> str:
    return aws("ec2").create_security_group(GroupName="service", Description="Tasks")["GroupId"]


def added(aws: Any, **whom: Any) -> dict[str, Any]:
    permission = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, **whom}
    return aws("ec2").authorize_security_group_egress(GroupId=group(aws), IpPermissions=[permission])[
        "SecurityGroupRules"
    ][0]


def read(aws: Any, rule: dict[str, Any]) -> Any:
    (found,) = aws("ec2").describe_security_group_rules(SecurityGroupRuleIds=[rule["SecurityGroupRuleId"]])[
        "SecurityGroupRules"
    ]
    return found.get("Description")


def test_a_rule_that_names_a_group_keeps_its_description(aws: Any) -> None:
    named = aws("ec2").create_security_group(GroupName="endpoints", Description="Endpoints")["GroupId"]
    rule = added(aws, UserIdGroupPairs=[{"GroupId": named, "Description": "TLS to the endpoints"}])
    assert rule["Description"] == "TLS to the endpoints"
    assert read(aws, rule) == "TLS to the endpoints"


def test_a_rule_that_names_a_prefix_list_keeps_its_description(aws: Any) -> None:
    rule = added(aws, PrefixListIds=[{"PrefixListId": "pl-1", "Description": "TLS to S3"}])
    assert read(aws, rule) == "TLS to S3"


def test_the_description_of_such_a_rule_can_change(aws: Any) -> None:
    ec2 = aws("ec2")
    rule = added(aws, PrefixListIds=[{"PrefixListId": "pl-1", "Description": "TLS to S3"}])
    changed = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "PrefixListId": "pl-1", "Description": "Storage"}
    ec2.modify_security_group_rules(
        GroupId=rule["GroupId"],
        SecurityGroupRules=[{"SecurityGroupRuleId": rule["SecurityGroupRuleId"], "SecurityGroupRule": changed}],
    )
    unchanged = added_again(aws, rule)
    assert (read(aws, rule), read(aws, unchanged)) == ("Storage", "Other storage")


def added_again(aws: Any, rule: dict[str, Any]) -> dict[str, Any]:
    named = [{"PrefixListId": "pl-2", "Description": "Other storage"}]
    permission = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "PrefixListIds": named}
    return aws("ec2").authorize_security_group_egress(GroupId=rule["GroupId"], IpPermissions=[permission])[
        "SecurityGroupRules"
    ][0]


def test_a_description_with_an_apostrophe_is_refused(aws: Any) -> None:
    with pytest.raises(ClientError, match="InvalidParameterValue.*Invalid rule description"):
        added(aws, IpRanges=[{"CidrIp": "10.0.0.0/8", "Description": "AWS's own"}])
