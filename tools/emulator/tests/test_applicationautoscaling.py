"""Tags of scalable targets, which the Terraform provider reads after each registration."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from .test_ecs import create_service

pytestmark = pytest.mark.patch("applicationautoscaling")

TARGET = {
    "ServiceNamespace": "ecs",
    "ResourceId": "service/predictor/predictor",
    "ScalableDimension": "ecs:service:DesiredCount",
}


def register(aws: Any, **more: Any) -> tuple[Any, str]:
    create_service(aws)
    client = aws("application-autoscaling")
    arn = client.register_scalable_target(**TARGET, MinCapacity=1, MaxCapacity=4, **more)["ScalableTargetARN"]
    return client, arn


def test_tags_are_kept_changed_and_removed(aws: Any) -> None:
    client, arn = register(aws, Tags={"mlinfra:team": "vision", "old": "1"})
    client.tag_resource(ResourceARN=arn, Tags={"mlinfra:team": "speech"})
    client.untag_resource(ResourceARN=arn, TagKeys=["old"])
    assert client.list_tags_for_resource(ResourceARN=arn)["Tags"] == {"mlinfra:team": "speech"}


def test_tags_end_with_their_target(aws: Any) -> None:
    client, arn = register(aws, Tags={"mlinfra:team": "vision"})
    client.deregister_scalable_target(**TARGET)
    with pytest.raises(ClientError) as refused:
        client.list_tags_for_resource(ResourceARN=arn)
    assert refused.value.response["Error"]["Code"] == "ResourceNotFoundException"
