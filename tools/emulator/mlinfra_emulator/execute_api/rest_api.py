"""REST APIs: API keys, IAM, proxy integrations and the mock ones of CORS."""

from typing import Any

from moto.apigateway.models import APIGatewayBackend

from . import signature
from .events import event_1
from .integration import run_function
from .message import Answer, Request, told
from .paths import most_exact


def answer_rest(backend: APIGatewayBackend, api: Any, request: Request) -> Answer:
    _, stage_name, *rest = request.path.split("/", 2)
    stage = api.stages.get(stage_name)
    if stage is None or not stage.deployment_id:
        return told(403, "Forbidden", "ForbiddenException")
    path = "/" + (rest[0] if rest else "")
    found = most_exact(((each.get_path(), each) for each in api.resources.values()), path)
    method = found and (found[0].resource_methods.get(request.method) or found[0].resource_methods.get("ANY"))
    if not found or not method:
        return told(403, "Missing Authentication Token", "MissingAuthenticationTokenException")
    refused = _refusal(backend, api, stage_name, method, request)
    if refused:
        return refused
    resource, parameters = found
    integration = method.method_integration
    if integration and integration.integration_type == "MOCK":
        return _mock(integration)
    event = event_1(request, stage_name, resource.get_path(), path, parameters)
    return run_function(integration.uri if integration else "", event, any_shape=False)


def _refusal(backend: APIGatewayBackend, api: Any, stage: str, method: Any, request: Request) -> Answer | None:
    match method.authorization_type:
        case "AWS_IAM":
            refused = signature.refusal(request, backend.account_id, backend.region_name)
            if refused:
                return refused
        case None | "NONE":
            pass
        case other:
            return told(500, f"The emulator has no authorizers of the kind {other}.")
    if str(method.api_key_required).lower() != "true":
        return None
    accepted = _keys(backend, api.id, stage)
    return None if request.headers.get("x-api-key") in accepted else told(403, "Forbidden", "ForbiddenException")


def _keys(backend: APIGatewayBackend, api_id: str, stage: str) -> set[str]:
    plans = [
        plan.id
        for plan in backend.usage_plans.values()
        if any(each.get("apiId") == api_id and each.get("stage") == stage for each in plan.api_stages)
    ]
    keys = [backend.keys.get(key) for plan in plans for key in backend.usage_plan_keys.get(plan, {})]
    return {key.value for key in keys if key and key.enabled}


def _mock(integration: Any) -> Answer:
    """The first answer that is defined, with its headers, as preflight requests get it."""
    for status, answer in sorted((integration.integration_responses or {}).items()):
        headers = [
            (name.removeprefix("method.response.header."), str(value).strip("'"))
            for name, value in (answer.response_parameters or {}).items()
            if name.startswith("method.response.header.")
        ]
        return Answer(int(status), headers)
    return told(500, "Internal server error", "InternalServerErrorException")
