"""Bucket policies with the conditions that every generated bucket has, and emptying a versioned one."""

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from .conftest import REGION

pytestmark = pytest.mark.patch("s3")

BUCKET = "team-state"


def put_policy(aws: Any, *statements: dict[str, Any]) -> None:
    client = aws("s3")
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    document = {"Version": "2012-10-17", "Statement": list(statements)}
    client.put_bucket_policy(Bucket=BUCKET, Policy=json.dumps(document))


def denied(action: str, **more: Any) -> dict[str, Any]:
    return {
        "Effect": "Deny",
        "Principal": "*",
        "Action": action,
        "Resource": [f"arn:aws:s3:::{BUCKET}", f"arn:aws:s3:::{BUCKET}/*"],
        **more,
    }


ONLY_TLS = denied("s3:*", Condition={"Bool": {"aws:SecureTransport": "false"}})
ONLY_NEW_TLS = denied("s3:*", Condition={"NumericLessThan": {"s3:TlsVersion": "1.2"}})


def test_a_policy_that_asks_for_tls_lets_clients_in(aws: Any) -> None:
    put_policy(aws, ONLY_TLS, ONLY_NEW_TLS)
    client = aws("s3")
    client.put_object(Bucket=BUCKET, Key="state", Body=b"{}")
    assert client.get_object(Bucket=BUCKET, Key="state")["Body"].read() == b"{}"


def test_beside_it_a_plain_refusal_still_holds(aws: Any) -> None:
    put_policy(aws, ONLY_TLS, denied("s3:GetObject"))
    client = aws("s3")
    client.put_object(Bucket=BUCKET, Key="state", Body=b"{}")
    with pytest.raises(ClientError) as refused:
        client.get_object(Bucket=BUCKET, Key="state")
    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 403


def test_a_bucket_whose_versioning_is_suspended_can_be_emptied(aws: Any) -> None:
    client = aws("s3")
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    client.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})
    client.put_object(Bucket=BUCKET, Key="state", Body=b"{}")
    client.delete_object(Bucket=BUCKET, Key="state")
    client.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Suspended"})
    listed = client.list_object_versions(Bucket=BUCKET)
    for version in [*listed["Versions"], *listed["DeleteMarkers"]]:
        client.delete_object(Bucket=BUCKET, Key=version["Key"], VersionId=version["VersionId"])
    client.delete_bucket(Bucket=BUCKET)
