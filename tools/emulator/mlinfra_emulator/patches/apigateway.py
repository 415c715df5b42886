"""API Gateway REST APIs: binary types, tags, in-place updates and pages."""

import json
from typing import Any
from urllib.parse import unquote

from moto.apigateway import urls
from moto.apigateway.exceptions import BadRequestException, NotFoundException
from moto.apigateway.models import Integration, RestAPI, UsagePlan
from moto.apigateway.responses import APIGatewayResponse

from .json_pages import PageNames, page_lists
from .rebinding import add_method, replace_method, wrap_method

PAGES = PageNames(
    items="item", token_in="position", token_out="position", size="limit", default_size=25, largest_size=500
)
QUOTA_NUMBERS = ("limit", "offset")
METHOD_FIELDS = {
    "/apiKeyRequired": "api_key_required",
    "/authorizationType": "authorization_type",
    "/authorizerId": "authorizer_id",
    "/operationName": "operation_name",
    "/requestValidatorId": "request_validator_id",
}
INTEGRATION_FIELDS = {
    "/uri": "uri",
    "/httpMethod": "http_method",
    "/timeoutInMillis": "timeout_in_millis",
    "/passthroughBehavior": "passthrough_behaviour",
    "/contentHandling": "content_handling",
    "/credentials": "credentials",
    "/connectionType": "connection_type",
    "/connectionId": "connection_id",
    "/cacheNamespace": "cache_namespace",
}


def apply() -> None:
    wrap_method(APIGatewayResponse, "create_rest_api", _keep_binary_types)
    wrap_method(RestAPI, "apply_patch_operations", _patch_rest_api)
    wrap_method(UsagePlan, "apply_patch_operations", _patch_usage_plan)
    wrap_method(APIGatewayResponse, "put_integration", _keep_link)
    wrap_method(Integration, "to_json", _with_link)
    add_method(APIGatewayResponse, update_method)
    add_method(APIGatewayResponse, update_integration)
    add_method(APIGatewayResponse, get_tags)
    replace_method(APIGatewayResponse, "tag_resource", tag_resource)
    replace_method(APIGatewayResponse, "untag_resource", untag_resource)
    # moto routes only ARNs without a slash; those of API Gateway all have one.
    urls.url_paths["{0}/tags/(?P<resource_arn>.+)$"] = APIGatewayResponse.dispatch
    page_lists(
        APIGatewayResponse,
        ("get_rest_apis", "get_usage_plans", "get_api_keys", "get_usage_plan_keys", "get_resources", "get_deployments"),
        PAGES,
        BadRequestException,
    )


def _keep_binary_types(original: Any, self: APIGatewayResponse) -> Any:
    answer = original(self)
    created = json.loads(answer[2])
    types = self._get_param("binaryMediaTypes")
    if types and "id" in created:
        self.backend.get_rest_api(created["id"]).binaryMediaTypes = types
        return *answer[:2], json.dumps({**created, "binaryMediaTypes": types})
    return answer


def _patch_rest_api(original: Any, self: RestAPI, operations: list[dict[str, Any]]) -> None:
    """A binary type is named in the path of its operation; moto looks for it in the value."""
    rest = []
    for operation in operations:
        path = operation["path"]
        if not path.startswith("/binaryMediaTypes/"):
            rest.append(operation)
            continue
        named = path.removeprefix("/binaryMediaTypes/").replace("~1", "/").replace("~0", "~")
        types = [each for each in self.binaryMediaTypes if each != named]
        if operation["op"] == "add":
            types.append(named)
        elif operation["op"] == "replace":
            types.append(operation["value"])
        self.binaryMediaTypes = types
    original(self, rest)


def _patch_usage_plan(original: Any, self: UsagePlan, operations: list[dict[str, Any]]) -> None:
    """Patch values are strings, and a quota read back as a string is no valid answer."""
    original(self, operations)
    for key in QUOTA_NUMBERS:
        if self.quota.get(key) is not None:
            self.quota[key] = int(self.quota[key])


def update_method(self: APIGatewayResponse) -> str:
    api, resource, verb = _method_path(self)
    method = self.backend.get_method(api, resource, verb)
    _patch_fields(method, self._get_param("patchOperations"), METHOD_FIELDS)
    return json.dumps(method.to_json())


def _keep_link(original: Any, self: APIGatewayResponse) -> Any:
    """moto knows that an integration goes by a VPC link, but not by which."""
    answer = original(self)
    integration = self.backend.get_integration(*_method_path(self))
    integration.connection_id = self._get_param("connectionId")
    return *answer[:2], json.dumps(integration.to_json())


def _with_link(original: Any, self: Integration) -> dict[str, Any]:
    link = getattr(self, "connection_id", None)
    return {**original(self), **({"connectionId": link} if link else {})}


def update_integration(self: APIGatewayResponse) -> str:
    api, resource, verb = _method_path(self)
    integration = self.backend.get_integration(api, resource, verb)
    if integration is None:
        raise NotFoundException("Invalid Integration identifier specified")
    _patch_fields(integration, self._get_param("patchOperations"), INTEGRATION_FIELDS)
    return json.dumps(integration.to_json())


def _method_path(self: APIGatewayResponse) -> tuple[str, str, str]:
    parts = self.path.split("/")
    return parts[2], parts[4], parts[6]


def _patch_fields(thing: Any, operations: list[dict[str, Any]], fields: dict[str, str]) -> None:
    for operation in operations:
        path, value = operation["path"], operation.get("value")
        if path not in fields:
            raise BadRequestException(f"The emulator cannot patch {path}; it can patch {', '.join(fields)}.")
        if path == "/apiKeyRequired":
            value = value == "true"
        elif path == "/timeoutInMillis":
            value = int(value)
        setattr(thing, fields[path], None if operation["op"] == "remove" else value)


def get_tags(self: APIGatewayResponse) -> str:
    return json.dumps({"tags": _tagged(self).tags or {}})


def tag_resource(self: APIGatewayResponse) -> Any:
    tagged = _tagged(self)
    tagged.tags = {**(tagged.tags or {}), **(self._get_param("tags") or {})}
    return 204, {"status": 204}, ""


def untag_resource(self: APIGatewayResponse) -> Any:
    tagged = _tagged(self)
    keys = self.querystring.get("tagKeys", [])
    tagged.tags = {key: value for key, value in (tagged.tags or {}).items() if key not in keys}
    return 204, {"status": 204}, ""


def _tagged(self: APIGatewayResponse) -> Any:
    """The REST API, stage, key, plan, domain name or VPC link that the ARN in the path names."""
    arn = unquote(self.path.split("/tags/", 1)[1])
    parts = arn.rpartition("::/")[2].split("/")
    backend = self.backend
    match parts:
        case ["restapis", api]:
            return backend.get_rest_api(api)
        case ["restapis", api, "stages", stage]:
            return backend.get_stage(api, stage)
        case ["apikeys", key]:
            return backend.get_api_key(key)
        case ["usageplans", plan]:
            return backend.get_usage_plan(plan)
        case ["domainnames", name]:
            return backend.get_domain_name(name)
        case ["vpclinks", link]:
            return backend.get_vpc_link(link)
    raise NotFoundException(f"Invalid resource identifier specified: {arn}")
