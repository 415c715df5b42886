"""HTTP APIs: stages updated in place and tagged, and pages."""

from typing import Any

import pytest

from .conftest import REGION

pytestmark = pytest.mark.patch("apigatewayv2")


def api_with_stage(client: Any) -> str:
    api = client.create_api(Name="predictor", ProtocolType="HTTP", Tags={"mlinfra:team": "vision"})["ApiId"]
    client.create_stage(ApiId=api, StageName="$default", AutoDeploy=True, Tags={"mlinfra:team": "vision", "old": "1"})
    return api


def test_a_stage_is_updated_in_place(aws: Any) -> None:
    client = aws("apigatewayv2")
    api = api_with_stage(client)
    client.update_stage(
        ApiId=api,
        StageName="$default",
        DefaultRouteSettings={"ThrottlingBurstLimit": 20, "ThrottlingRateLimit": 10.0},
    )
    stage = client.get_stage(ApiId=api, StageName="$default")
    assert stage["DefaultRouteSettings"]["ThrottlingBurstLimit"] == 20
    assert stage["AutoDeploy"] is True


def test_tags_of_a_stage_are_changed_by_arn(aws: Any) -> None:
    client = aws("apigatewayv2")
    api = api_with_stage(client)
    arn = f"arn:aws:apigateway:{REGION}::/apis/{api}/stages/$default"
    client.tag_resource(ResourceArn=arn, Tags={"mlinfra:team": "speech"})
    client.untag_resource(ResourceArn=arn, TagKeys=["old"])
    assert client.get_tags(ResourceArn=arn)["Tags"] == {"mlinfra:team": "speech"}
    assert client.get_stage(ApiId=api, StageName="$default")["Tags"] == {"mlinfra:team": "speech"}
    assert client.get_api(ApiId=api)["Tags"] == {"mlinfra:team": "vision"}


def test_apis_come_in_pages(aws: Any) -> None:
    client = aws("apigatewayv2")
    made = {client.create_api(Name=f"api-{number}", ProtocolType="HTTP")["ApiId"] for number in range(5)}
    first = client.get_apis(MaxResults="3")
    second = client.get_apis(MaxResults="3", NextToken=first["NextToken"])
    assert (len(first["Items"]), len(second["Items"])) == (3, 2)
    assert {each["ApiId"] for page in (first, second) for each in page["Items"]} == made
    assert not second.get("NextToken")
