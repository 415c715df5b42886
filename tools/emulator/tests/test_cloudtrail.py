"""Trails named by ARN, as the Terraform provider names them."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from .conftest import REGION

pytestmark = pytest.mark.patch("cloudtrail")


@pytest.fixture
def trail(aws: Any) -> str:
    aws("s3").create_bucket(Bucket="audit-logs", CreateBucketConfiguration={"LocationConstraint": REGION})
    return aws("cloudtrail").create_trail(Name="audit", S3BucketName="audit-logs")["TrailARN"]


def test_logging_starts_and_stops_by_arn(aws: Any, trail: str) -> None:
    client = aws("cloudtrail")
    client.start_logging(Name=trail)
    assert client.get_trail_status(Name=trail)["IsLogging"] is True
    client.stop_logging(Name=trail)
    assert client.get_trail_status(Name=trail)["IsLogging"] is False


def test_a_trail_is_deleted_by_arn(aws: Any, trail: str) -> None:
    client = aws("cloudtrail")
    client.delete_trail(Name=trail)
    assert client.describe_trails()["trailList"] == []


def test_deleting_an_unknown_trail_is_refused(aws: Any) -> None:
    with pytest.raises(ClientError) as refused:
        aws("cloudtrail").delete_trail(Name="nobody")
    assert refused.value.response["Error"]["Code"] == "TrailNotFoundException"


def test_event_selectors_are_reported(aws: Any, trail: str) -> None:
    client = aws("cloudtrail")
    assert client.get_trail(Name=trail)["Trail"]["HasCustomEventSelectors"] is False
    client.put_event_selectors(TrailName=trail, EventSelectors=[{"ReadWriteType": "WriteOnly"}])
    assert client.get_trail(Name=trail)["Trail"]["HasCustomEventSelectors"] is True


def test_only_the_trails_that_are_named_are_described(aws: Any, trail: str) -> None:
    client = aws("cloudtrail")
    other = client.create_trail(Name="audit-of-others", S3BucketName="audit-logs", IsMultiRegionTrail=True)["TrailARN"]

    def described(*names: str) -> list[str]:
        return [found["TrailARN"] for found in client.describe_trails(trailNameList=list(names))["trailList"]]

    assert described(other) == [other]
    assert described("audit") == [trail]
    assert described("audit", "nobody", other) == [trail, other]
    assert described("nobody") == []
    assert described() == [trail, other]
