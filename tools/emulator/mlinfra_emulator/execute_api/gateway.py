"""Finds the API that a host name means, wherever it was created, and lets it answer."""

import re
from typing import Any

from moto.apigateway.models import apigateway_backends
from moto.apigatewayv2.models import apigatewayv2_backends

from .http_api import answer_http
from .message import Answer, Request, told
from .rest_api import answer_rest

HOST = re.compile(r"([a-z0-9]+)\.execute-api\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?(?::\d+)?")


def is_api_address(host: str) -> bool:
    return HOST.fullmatch(host) is not None


def answer(request: Request) -> Answer:
    found = HOST.fullmatch(request.host)
    assert found
    api_id, region = found.groups()
    for backend, api in _apis(apigateway_backends, region, api_id):
        return answer_rest(backend, api, request)
    for backend, api in _apis(apigatewayv2_backends, region, api_id):
        return answer_http(backend, api, request)
    return told(403, "Forbidden", "ForbiddenException")


def _apis(backends: Any, region: str, api_id: str) -> list[tuple[Any, Any]]:
    """API ids are unique over all accounts, and a host name does not tell the account."""
    regional = [regions[region] for regions in list(backends.values()) if region in regions]
    return [(backend, backend.apis[api_id]) for backend in regional if api_id in backend.apis]
