"""The default key of EBS volumes, and tags of launch templates."""

from typing import Any

import pytest

pytestmark = pytest.mark.patch("ec2")


def test_the_default_ebs_key_is_read_and_reset(aws: Any) -> None:
    ec2 = aws("ec2")
    key = aws("kms").create_key()["KeyMetadata"]["Arn"]
    ec2.modify_ebs_default_kms_key_id(KmsKeyId=key)
    assert ec2.get_ebs_default_kms_key_id()["KmsKeyId"] == key
    ec2.reset_ebs_default_kms_key_id()
    assert ec2.get_ebs_default_kms_key_id()["KmsKeyId"] == "alias/aws/ebs"


def template(aws: Any) -> str:
    def tagged(kind: str) -> dict[str, Any]:
        return {"ResourceType": kind, "Tags": [{"Key": "mlinfra:team", "Value": "audio"}]}

    data = {"InstanceType": "t3.micro", "TagSpecifications": [tagged("instance")]}
    return aws("ec2").create_launch_template(
        LaunchTemplateName="worker", LaunchTemplateData=data, TagSpecifications=[tagged("launch-template")]
    )["LaunchTemplate"]["LaunchTemplateId"]


def test_tags_of_a_launch_template_can_change(aws: Any) -> None:
    ec2 = aws("ec2")
    made = template(aws)
    ec2.create_tags(Resources=[made], Tags=[{"Key": "mlinfra:team", "Value": "speech"}])
    (found,) = ec2.describe_launch_templates(LaunchTemplateIds=[made])["LaunchTemplates"]
    assert found["Tags"] == [{"Key": "mlinfra:team", "Value": "speech"}]


def test_tags_of_a_launch_template_are_no_part_of_its_data(aws: Any) -> None:
    # The Terraform provider sends them in both places.
    data = {
        "InstanceType": "t3.micro",
        "TagSpecifications": [{"ResourceType": "launch-template", "Tags": [{"Key": "a", "Value": "b"}]}],
    }
    ec2 = aws("ec2")
    made = ec2.create_launch_template(LaunchTemplateName="worker", LaunchTemplateData=data)["LaunchTemplate"]
    (version,) = ec2.describe_launch_template_versions(LaunchTemplateId=made["LaunchTemplateId"])[
        "LaunchTemplateVersions"
    ]
    assert not version["LaunchTemplateData"].get("TagSpecifications")
