"""API Gateway HTTP and WebSocket APIs: stages deployed, updated in place and tagged, and pages."""

import json
from datetime import datetime
from typing import Any
from urllib.parse import unquote

from moto.apigateway import urls as rest_urls
from moto.apigateway.exceptions import BadRequestException
from moto.apigatewayv2 import urls
from moto.apigatewayv2.models import ApiGatewayV2Backend, Stage
from moto.apigatewayv2.responses import ApiGatewayV2Response
from moto.moto_api._internal import mock_random

from .json_pages import PageNames, page_lists
from .rebinding import add_method, wrap_method

PAGES = PageNames(
    items="items", token_in="nextToken", token_out="nextToken", size="maxResults", default_size=25, largest_size=500
)
STAGE_FIELDS = {
    "accessLogSettings": "access_log_settings",
    "autoDeploy": "auto_deploy",
    "clientCertificateId": "client_certificate_id",
    "defaultRouteSettings": "default_route_settings",
    "description": "description",
    "routeSettings": "route_settings",
    "stageVariables": "stage_variables",
}
STAGE_TAGS = "{0}/v2/tags/(?P<arn_start>[^/]+)/apis/(?P<api_id>[^/]+)/stages/(?P<stage_name>[^/]+)$"


def apply() -> None:
    add_method(ApiGatewayV2Response, update_stage)
    wrap_method(ApiGatewayV2Backend, "get_stage", _get_stage)
    wrap_method(ApiGatewayV2Backend, "get_stages", _get_stages)
    wrap_method(Stage, "to_json", _stage_to_json)
    wrap_method(ApiGatewayV2Backend, "get_tags", _get_tags)
    wrap_method(ApiGatewayV2Backend, "tag_resource", _tag_resource)
    wrap_method(ApiGatewayV2Backend, "untag_resource", _untag_resource)
    # One host serves both versions, and moto answers it from the routes of the REST APIs.
    for paths in (urls.url_paths, rest_urls.url_paths):
        paths[STAGE_TAGS] = ApiGatewayV2Response.dispatch
    page_lists(
        ApiGatewayV2Response,
        ("get_apis", "get_stages", "get_routes", "get_integrations"),
        PAGES,
        BadRequestException,
    )


def _get_stage(original: Any, self: ApiGatewayV2Backend, api_id: str, stage_name: str) -> Stage:
    stage = original(self, api_id, stage_name)
    _deploy_by_itself(self, api_id, stage)
    return stage


def _get_stages(original: Any, self: ApiGatewayV2Backend, api_id: str) -> list[Stage]:
    stages = original(self, api_id)
    for stage in stages:
        _deploy_by_itself(self, api_id, stage)
    return stages


def _deploy_by_itself(backend: ApiGatewayV2Backend, api_id: str, stage: Stage) -> None:
    """A stage that deploys by itself has a deployment as soon as there is a route to deploy."""
    if stage.auto_deploy and "deploymentId" not in stage.config and backend.get_routes(api_id):
        stage.config["deploymentId"] = mock_random.get_random_string(6, lower_case=True)


def _stage_to_json(original: Any, self: Stage) -> dict[str, Any]:
    deployment = self.config.get("deploymentId")
    return {**original(self), **({"deploymentId": deployment} if deployment else {})}


def update_stage(self: ApiGatewayV2Response) -> Any:
    parts = self.path.split("/")
    stage = self.apigatewayv2_backend.get_stage(parts[-3], unquote(parts[-1]))
    for key, value in json.loads(self.body).items():
        if key in STAGE_FIELDS:
            setattr(stage, STAGE_FIELDS[key], value)
    stage.updated = datetime.now()
    return 200, {}, json.dumps(stage.to_json())


def _get_tags(original: Any, self: ApiGatewayV2Backend, arn: str) -> dict[str, str]:
    stage = _stage_of(self, arn)
    return stage.tags if stage else original(self, arn)


def _tag_resource(original: Any, self: ApiGatewayV2Backend, arn: str, tags: dict[str, str]) -> None:
    stage = _stage_of(self, arn)
    if stage:
        stage.tags = {**stage.tags, **tags}
    else:
        original(self, arn, tags)


def _untag_resource(original: Any, self: ApiGatewayV2Backend, arn: str, keys: list[str]) -> None:
    stage = _stage_of(self, arn)
    if stage:
        stage.tags = {key: value for key, value in stage.tags.items() if key not in keys}
    else:
        original(self, arn, keys)


def _stage_of(backend: ApiGatewayV2Backend, arn: str) -> Stage | None:
    match arn.rpartition("::/")[2].split("/"):
        case ["apis", api, "stages", name]:
            return backend.get_stage(api, name)
    return None
