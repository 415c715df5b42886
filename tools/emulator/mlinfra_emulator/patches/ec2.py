"""EC2: the default key of EBS volumes, and launch templates with tags of their own."""

from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.models.launch_templates import LaunchTemplate, LaunchTemplateVersion
from moto.ec2.responses import EC2Response

from .rebinding import add_method, wrap_method

# What AWS answers until another key is chosen.
MANAGED_KEY = "alias/aws/ebs"


def apply() -> None:
    add_method(EC2Response, get_ebs_default_kms_key_id)
    add_method(EC2Response, reset_ebs_default_kms_key_id)
    wrap_method(LaunchTemplateVersion, "__init__", _without_own_tags)
    # moto freezes the tags of a template at its creation; the setter is for its constructor.
    LaunchTemplate.tags = property(lambda self: self.get_tags(), lambda self, tags: None)


def get_ebs_default_kms_key_id(self: EC2Response) -> ActionResult:
    return ActionResult({"KmsKeyId": self.ec2_backend.default_kms_key_id or MANAGED_KEY})


def reset_ebs_default_kms_key_id(self: EC2Response) -> ActionResult:
    self.ec2_backend.default_kms_key_id = ""
    return get_ebs_default_kms_key_id(self)


def _without_own_tags(
    original: Any,
    self: LaunchTemplateVersion,
    template: LaunchTemplate,
    number: int,
    data: dict[str, Any],
    description: str,
) -> None:
    """Tags of the template itself are no part of the data it gives to instances."""
    specifications = data.get("TagSpecifications", [])
    given = [each for each in specifications if each.get("ResourceType") != "launch-template"]
    data = {key: value for key, value in data.items() if key != "TagSpecifications"}
    if given:
        data["TagSpecifications"] = given
    original(self, template, number, data, description)
