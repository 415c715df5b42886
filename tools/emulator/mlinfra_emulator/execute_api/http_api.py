"""HTTP APIs: IAM and JWT, and proxy integrations of payload format 2.0 and 1.0."""

from typing import Any

from moto.apigatewayv2.models import ApiGatewayV2Backend

from . import bearer, signature
from .events import event_1, event_2
from .integration import run_function
from .message import Answer, Request, told
from .paths import most_exact


def answer_http(backend: ApiGatewayV2Backend, api: Any, request: Request) -> Answer:
    found = _stage(api, request.path)
    if not found:
        return told(404, "Not Found")
    stage, path = found
    route_found = _route(api, request.method, path)
    if not route_found:
        return told(404, "Not Found")
    route, parameters = route_found
    refused = _refusal(backend, api, route, request)
    if refused:
        return refused
    integration = api.integrations.get((route.target or "").removeprefix("integrations/"))
    if integration is None:
        return told(500, "Internal Server Error")
    if integration.payload_format_version == "1.0":
        event = event_1(request, stage, route.route_key.partition(" ")[2] or "$default", path, parameters)
    else:
        event = event_2(request, stage, route.route_key, path, parameters)
    return run_function(integration.integration_uri, event, any_shape=True)


def _stage(api: Any, path: str) -> tuple[str, str] | None:
    """A named stage is the first part of the path; `$default` takes all the others."""
    _, first, *rest = path.split("/", 2)
    if first and first in api.stages:
        return first, "/" + (rest[0] if rest else "")
    return ("$default", path) if "$default" in api.stages else None


def _route(api: Any, method: str, path: str) -> tuple[Any, dict[str, str]] | None:
    for wanted in (method, "ANY"):
        templates = [
            (template, route)
            for route in api.routes.values()
            for verb, _, template in [route.route_key.partition(" ")]
            if verb == wanted and template
        ]
        found = most_exact(templates, path)
        if found:
            return found
    for route in api.routes.values():
        if route.route_key == "$default":
            return route, {}
    return None


def _refusal(backend: ApiGatewayV2Backend, api: Any, route: Any, request: Request) -> Answer | None:
    match route.authorization_type:
        case "AWS_IAM":
            refused = signature.refusal(request, backend.account_id, backend.region_name)
            # HTTP APIs do not say what is wrong.
            return refused and told(403, "Forbidden")
        case "JWT":
            authorizer = api.authorizers.get(route.authorizer_id)
            return bearer.refusal(request, dict(authorizer.jwt_config or {}) if authorizer else {})
        case None | "NONE":
            return None
        case other:
            return told(500, f"The emulator has no authorizers of the kind {other}.")
