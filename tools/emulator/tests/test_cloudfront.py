"""Distributions of a private bucket, read back as written."""

from typing import Any

import pytest

from .conftest import ACCOUNT

pytestmark = pytest.mark.patch("cloudfront")


def distribution(aws: Any) -> tuple[dict[str, Any], str]:
    client = aws("cloudfront")
    control = client.create_origin_access_control(
        OriginAccessControlConfig={
            "Name": "site",
            "SigningProtocol": "sigv4",
            "SigningBehavior": "always",
            "OriginAccessControlOriginType": "s3",
        }
    )["OriginAccessControl"]["Id"]
    origin = {
        "Id": "site",
        "DomainName": "site.s3.eu-central-1.amazonaws.com",
        "OriginAccessControlId": control,
        "S3OriginConfig": {"OriginAccessIdentity": ""},
    }
    made = client.create_distribution(
        DistributionConfig={
            "CallerReference": "site",
            "Comment": "",
            "Enabled": True,
            "Origins": {"Quantity": 1, "Items": [origin]},
            "DefaultCacheBehavior": {
                "TargetOriginId": "site",
                "ViewerProtocolPolicy": "redirect-to-https",
                "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
            },
            "ViewerCertificate": {"CloudFrontDefaultCertificate": True},
        }
    )["Distribution"]
    return client.get_distribution(Id=made["Id"])["Distribution"], control


def test_the_access_control_of_an_origin_is_kept(aws: Any) -> None:
    found, control = distribution(aws)
    assert found["DistributionConfig"]["Origins"]["Items"][0]["OriginAccessControlId"] == control


def test_a_cache_policy_brings_no_forwarded_values(aws: Any) -> None:
    found, _ = distribution(aws)
    assert "ForwardedValues" not in found["DistributionConfig"]["DefaultCacheBehavior"]


def test_the_default_certificate_brings_no_ssl_method(aws: Any) -> None:
    found, _ = distribution(aws)
    assert "SSLSupportMethod" not in found["DistributionConfig"]["ViewerCertificate"]


def test_the_arn_has_an_empty_region(aws: Any) -> None:
    found, _ = distribution(aws)
    assert found["ARN"] == f"arn:aws:cloudfront::{ACCOUNT}:distribution/{found['Id']}"
