"""The tagged resources that moto's tagging API leaves out: API Gateway and ECR."""

from collections.abc import Iterator
from typing import Any

from moto.apigateway.models import apigateway_backends
from moto.apigatewayv2.models import apigatewayv2_backends
from moto.ecr.models import ecr_backends
from moto.utilities.utils import get_partition

Tagged = tuple[str, dict[str, str]]


def left_out_resources(account: str, region: str) -> Iterator[Tagged]:
    """ARN and tags of each, tagged or not."""
    yield from _rest_apis(account, region)
    yield from _http_apis(account, region)
    yield from _repositories(account, region)


def _rest_apis(account: str, region: str) -> Iterator[Tagged]:
    backend = apigateway_backends[account][region]
    prefix = f"arn:{get_partition(region)}:apigateway:{region}::"
    for api in list(backend.apis.values()):
        yield f"{prefix}/restapis/{api.id}", api.tags or {}
        for stage in list(api.stages.values()):
            yield f"{prefix}/restapis/{api.id}/stages/{stage.name}", stage.tags or {}
    for kind, things in (
        ("apikeys", backend.keys),
        ("usageplans", backend.usage_plans),
        ("vpclinks", backend.vpc_links),
    ):
        for thing in list(things.values()):
            yield f"{prefix}/{kind}/{thing.id}", _tags_of(thing)


def _http_apis(account: str, region: str) -> Iterator[Tagged]:
    backend = apigatewayv2_backends[account][region]
    for api in list(backend.apis.values()):
        yield api.arn, backend.get_tags(api.arn)
        for stage in list(api.stages.values()):
            yield f"{api.arn}/stages/{stage.name}", stage.tags or {}
    for link in list(backend.vpc_links.values()):
        yield link.arn, backend.get_tags(link.arn)


def _repositories(account: str, region: str) -> Iterator[Tagged]:
    backend = ecr_backends[account][region]
    for repository in list(backend.repositories.values()):
        yield repository.arn, backend.tagger.get_tag_dict_for_resource(repository.arn)


def _tags_of(thing: Any) -> dict[str, str]:
    return dict(thing.tags or {})
