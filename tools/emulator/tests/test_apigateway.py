"""REST APIs: what is written is read back, and lists come in pages."""

from typing import Any

import pytest

from .conftest import REGION

pytestmark = pytest.mark.patch("apigateway")


def api_with_method(client: Any) -> tuple[str, str]:
    api = client.create_rest_api(name="audio")["id"]
    root = client.get_resources(restApiId=api)["items"][0]["id"]
    client.put_method(restApiId=api, resourceId=root, httpMethod="POST", authorizationType="NONE")
    client.put_integration(restApiId=api, resourceId=root, httpMethod="POST", type="MOCK")
    return api, root


def arn(*path: str) -> str:
    return f"arn:aws:apigateway:{REGION}::/{'/'.join(path)}"


def test_binary_media_types_are_kept(aws: Any) -> None:
    client = aws("apigateway")
    api = client.create_rest_api(name="audio", binaryMediaTypes=["audio/wav"])
    assert api["binaryMediaTypes"] == ["audio/wav"]
    assert client.get_rest_api(restApiId=api["id"])["binaryMediaTypes"] == ["audio/wav"]


def test_binary_media_types_are_patched_by_path(aws: Any) -> None:
    client = aws("apigateway")
    api = client.create_rest_api(name="audio", binaryMediaTypes=["audio/wav"])["id"]
    client.update_rest_api(
        restApiId=api,
        patchOperations=[
            {"op": "add", "path": "/binaryMediaTypes/audio~1mpeg"},
            {"op": "remove", "path": "/binaryMediaTypes/audio~1wav"},
        ],
    )
    assert client.get_rest_api(restApiId=api)["binaryMediaTypes"] == ["audio/mpeg"]


def test_a_method_is_updated_in_place(aws: Any) -> None:
    client = aws("apigateway")
    api, root = api_with_method(client)
    client.update_method(
        restApiId=api,
        resourceId=root,
        httpMethod="POST",
        patchOperations=[{"op": "replace", "path": "/apiKeyRequired", "value": "true"}],
    )
    assert client.get_method(restApiId=api, resourceId=root, httpMethod="POST")["apiKeyRequired"] is True


def test_an_integration_is_updated_in_place(aws: Any) -> None:
    client = aws("apigateway")
    api, root = api_with_method(client)
    client.update_integration(
        restApiId=api,
        resourceId=root,
        httpMethod="POST",
        patchOperations=[
            {"op": "replace", "path": "/timeoutInMillis", "value": "5000"},
            {"op": "replace", "path": "/passthroughBehavior", "value": "NEVER"},
        ],
    )
    found = client.get_integration(restApiId=api, resourceId=root, httpMethod="POST")
    assert (found["timeoutInMillis"], found["passthroughBehavior"]) == (5000, "NEVER")


def test_a_quota_stays_a_number_after_an_update(aws: Any, emulator: Any) -> None:
    client = aws("apigateway")
    plan = client.create_usage_plan(name="plan", quota={"limit": 100, "period": "DAY"})["id"]
    client.update_usage_plan(
        usagePlanId=plan, patchOperations=[{"op": "replace", "path": "/quota/limit", "value": "250"}]
    )
    assert emulator.wire("apigateway", "GET", f"/usageplans/{plan}")["quota"]["limit"] == 250


@pytest.mark.parametrize("kind", ["restapis", "stages", "apikeys", "usageplans"])
def test_tags_are_changed_by_arn(aws: Any, kind: str) -> None:
    client = aws("apigateway")
    api, _ = api_with_method(client)
    tags = {"mlinfra:team": "audio", "old": "1"}
    match kind:
        case "restapis":
            name = arn("restapis", client.create_rest_api(name="tagged", tags=tags)["id"])
        case "stages":
            deployment = client.create_deployment(restApiId=api)["id"]
            client.create_stage(restApiId=api, stageName="v1", deploymentId=deployment, tags=tags)
            name = arn("restapis", api, "stages", "v1")
        case "apikeys":
            name = arn("apikeys", client.create_api_key(name="key", tags=tags)["id"])
        case "usageplans":
            name = arn("usageplans", client.create_usage_plan(name="plan", tags=tags)["id"])
    client.tag_resource(resourceArn=name, tags={"mlinfra:team": "speech"})
    client.untag_resource(resourceArn=name, tagKeys=["old"])
    assert client.get_tags(resourceArn=name)["tags"] == {"mlinfra:team": "speech"}


def test_tags_of_an_unknown_arn_are_not_found(aws: Any) -> None:
    client = aws("apigateway")
    with pytest.raises(client.exceptions.NotFoundException):
        client.tag_resource(resourceArn=arn("restapis", "nobody"), tags={"a": "b"})


def test_rest_apis_come_in_pages(aws: Any) -> None:
    client = aws("apigateway")
    made = {client.create_rest_api(name=f"api-{number}")["id"] for number in range(5)}
    first = client.get_rest_apis(limit=3)
    second = client.get_rest_apis(limit=3, position=first["position"])
    assert (len(first["items"]), len(second["items"])) == (3, 2)
    assert {each["id"] for page in (first, second) for each in page["items"]} == made
    assert "position" not in second


def test_a_page_has_25_unless_asked_otherwise(aws: Any) -> None:
    client = aws("apigateway")
    for number in range(26):
        client.create_api_key(name=f"key-{number}")
    assert len(client.get_api_keys()["items"]) == 25
    assert len(list(client.get_paginator("get_api_keys").paginate().search("items[].id"))) == 26


def test_an_integration_keeps_its_link(aws: Any) -> None:
    client = aws("apigateway")
    api = client.create_rest_api(name="linked")["id"]
    (root,) = client.get_resources(restApiId=api)["items"]
    where = {"restApiId": api, "resourceId": root["id"], "httpMethod": "GET"}
    client.put_method(**where, authorizationType="NONE")
    client.put_integration(
        **where,
        type="HTTP_PROXY",
        integrationHttpMethod="GET",
        uri="http://inside.example.com",
        connectionType="VPC_LINK",
        connectionId="link12",
    )
    assert client.get_integration(**where)["connectionId"] == "link12"
    client.update_integration(**where, patchOperations=[{"op": "replace", "path": "/connectionId", "value": "link34"}])
    assert client.get_integration(**where)["connectionId"] == "link34"
