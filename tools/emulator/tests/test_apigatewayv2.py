"""HTTP APIs: stages deployed, updated in place and tagged, and pages."""

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


def test_a_stage_deploys_by_itself_once_there_is_a_route(aws: Any) -> None:
    client = aws("apigatewayv2")
    api = api_with_stage(client)
    assert "DeploymentId" not in client.get_stage(ApiId=api, StageName="$default")
    client.create_route(ApiId=api, RouteKey="GET /health")
    deployed = client.get_stage(ApiId=api, StageName="$default")["DeploymentId"]
    assert [stage["DeploymentId"] for stage in client.get_stages(ApiId=api)["Items"]] == [deployed]


def test_a_stage_keeps_the_deployment_that_it_was_given(aws: Any) -> None:
    client = aws("apigatewayv2")
    api = client.create_api(Name="by-hand", ProtocolType="HTTP")["ApiId"]
    client.create_stage(ApiId=api, StageName="live", DeploymentId="abc123")
    assert client.get_stage(ApiId=api, StageName="live")["DeploymentId"] == "abc123"


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
