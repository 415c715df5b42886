"""Deployed APIs that answer, to those who may call them."""

import base64
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .api_handlers import running_function
from .api_requests import ask, keys_of, signed
from .conftest import ACCOUNT


@pytest.fixture
def uri(aws: Any, emulator: Any, tmp_path: Path) -> Iterator[str]:
    yield running_function(aws, emulator, tmp_path)
    emulator.call("DELETE", "/mlinfra-emulator/functions")


def rest_api(aws: Any, uri: str, **method: Any) -> str:
    client = aws("apigateway")
    api = client.create_rest_api(name="audio")["id"]
    parent = client.get_resources(restApiId=api)["items"][0]["id"]
    for part in ("predictions", "{id}"):
        parent = client.create_resource(restApiId=api, parentId=parent, pathPart=part)["id"]
    settings = {"authorizationType": "NONE", **method}
    client.put_method(restApiId=api, resourceId=parent, httpMethod="POST", **settings)
    client.put_integration(
        restApiId=api, resourceId=parent, httpMethod="POST", type="AWS_PROXY", integrationHttpMethod="POST", uri=uri
    )
    client.create_deployment(restApiId=api, stageName="v1")
    return str(api)


def http_api(aws: Any, uri: str, **route: Any) -> str:
    client = aws("apigatewayv2")
    api = client.create_api(Name="audio", ProtocolType="HTTP")["ApiId"]
    integration = client.create_integration(
        ApiId=api, IntegrationType="AWS_PROXY", IntegrationUri=uri, PayloadFormatVersion="2.0"
    )["IntegrationId"]
    if "JWT" in route.values():
        configuration = {"Issuer": "https://issuer.example.com", "Audience": ["audio"]}
        route["AuthorizerId"] = client.create_authorizer(
            ApiId=api, AuthorizerType="JWT", Name="jwt", IdentitySource=["$request.header.Authorization"],
            JwtConfiguration=configuration,
        )["AuthorizerId"]  # fmt: skip
    client.create_route(ApiId=api, RouteKey="POST /predictions/{id}", Target=f"integrations/{integration}", **route)
    client.create_stage(ApiId=api, StageName="$default", AutoDeploy=True)
    return str(api)


def test_a_rest_api_answers_with_its_function(aws: Any, emulator: Any, uri: str) -> None:
    api = rest_api(aws, uri)
    status, body, headers = ask(emulator, api, "POST", "/v1/predictions/a%20b", "x")
    assert (status, body) == (201, "POST /predictions/a b {'id': 'a b'} x hello")
    assert (headers["content-type"], headers["x-function"]) == ("text/plain", "audio")


def test_an_http_api_answers_with_its_function(aws: Any, emulator: Any, uri: str) -> None:
    status, body, _ = ask(emulator, http_api(aws, uri), "POST", "/predictions/7", "x")
    assert (status, body) == (201, "POST /predictions/7 {'id': '7'} x hello")


@pytest.mark.parametrize("path", ["/v1/nothing", "/v2/predictions/1"])
def test_what_is_not_deployed_is_refused(aws: Any, emulator: Any, uri: str, path: str) -> None:
    assert ask(emulator, rest_api(aws, uri), "POST", path)[0] == 403


def test_a_function_that_fails_is_a_bad_gateway(aws: Any, emulator: Any, uri: str) -> None:
    status, body, _ = ask(emulator, rest_api(aws, uri), "POST", "/v1/predictions/1", "break")
    assert (status, json.loads(body)) == (502, {"message": "Internal server error"})


def test_a_function_without_a_folder_says_what_to_do(aws: Any, emulator: Any, uri: str) -> None:
    emulator.call("DELETE", "/mlinfra-emulator/functions")
    status, body, _ = ask(emulator, rest_api(aws, uri), "POST", "/v1/predictions/1")
    assert status == 502 and "PUT /mlinfra-emulator/functions" in body


def test_a_key_of_the_stage_is_asked_for(aws: Any, emulator: Any, uri: str) -> None:
    api = rest_api(aws, uri, apiKeyRequired=True)
    client = aws("apigateway")
    plan = client.create_usage_plan(name="plan", apiStages=[{"apiId": api, "stage": "v1"}])["id"]
    good, other = (client.create_api_key(name=name, enabled=True) for name in ("good", "other"))
    client.create_usage_plan_key(usagePlanId=plan, keyId=good["id"], keyType="API_KEY")
    path = "/v1/predictions/1"
    assert ask(emulator, api, "POST", path)[0] == 403
    assert ask(emulator, api, "POST", path, headers={"x-api-key": other["value"]})[0] == 403
    assert ask(emulator, api, "POST", path, headers={"x-api-key": good["value"]})[0] == 201


@pytest.mark.parametrize("kind", ["rest", "http"])
def test_a_signature_is_asked_for(aws: Any, emulator: Any, uri: str, kind: str) -> None:
    rest = kind == "rest"
    api = rest_api(aws, uri, authorizationType="AWS_IAM") if rest else http_api(aws, uri, AuthorizationType="AWS_IAM")
    path = "/v1/predictions/1" if rest else "/predictions/1"
    ours, foreign = keys_of(aws, ACCOUNT), keys_of(aws, "222222222222")
    unknown = {"AccessKeyId": "ASIA" + "X" * 16, "SecretAccessKey": "y"}
    wrong = {**ours, "SecretAccessKey": "wrong"}
    assert ask(emulator, api, "POST", path, "x")[0] == 403
    for keys, expected in ((ours, 201), (foreign, 403), (unknown, 403), (wrong, 403)):
        headers = signed(api, "POST", path, keys, "x")
        assert ask(emulator, api, "POST", path, "x", headers)[0] == expected
    assert ask(emulator, api, "POST", path, "other", signed(api, "POST", path, ours, "x"))[0] == 403
    assert ask(emulator, api, "POST", path, "x", signed(api, "POST", path, ours, "x", service="lambda"))[0] == 403


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ({"iss": "https://issuer.example.com", "aud": "audio"}, 201),
        ({"iss": "https://issuer.example.com", "aud": ["other", "audio"]}, 201),
        ({"iss": "https://other.example.com", "aud": "audio"}, 401),
        ({"iss": "https://issuer.example.com", "aud": "other"}, 401),
        ({"iss": "https://issuer.example.com", "aud": "audio", "exp": 1}, 401),
        (None, 401),
    ],
)
def test_a_token_is_asked_for(aws: Any, emulator: Any, uri: str, claims: Any, expected: int) -> None:
    api = http_api(aws, uri, AuthorizationType="JWT")
    payload = json.dumps({"exp": time.time() + 60, **(claims or {})}).encode()
    token = f"e30.{base64.urlsafe_b64encode(payload).decode().rstrip('=')}.c2ln"
    headers = {"Authorization": f"Bearer {token}"} if claims else {}
    assert ask(emulator, api, "POST", "/predictions/1", "x", headers)[0] == expected


def test_requests_are_counted_and_can_be_made_to_fail(aws: Any, emulator: Any, uri: str) -> None:
    api = rest_api(aws, uri)
    emulator.call("DELETE", "/mlinfra-emulator/requests")
    ask(emulator, api, "POST", "/v1/predictions/1")
    (row,) = emulator.call("GET", "/mlinfra-emulator/requests")["requests"]
    assert (row["service"], row["operation"], row["status"]) == ("execute-api", "Invoke", 201)
    emulator.call("POST", "/mlinfra-emulator/faults", {"service": "execute-api", "error": "Throttled", "status": 429})
    assert ask(emulator, api, "POST", "/v1/predictions/1")[0] == 429
