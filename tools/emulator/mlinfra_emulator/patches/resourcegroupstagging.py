"""Resource Groups Tagging API: all resources, types as AWS names them, and pages of up to 100."""

from collections.abc import Iterator
from typing import Any

from moto.awslambda.utils import get_backend as lambda_backend
from moto.resourcegroupstaggingapi.exceptions import ResourceGroupsTaggingAPIError
from moto.resourcegroupstaggingapi.models import ResourceGroupsTaggingAPIBackend
from moto.resourcegroupstaggingapi.responses import ResourceGroupsTaggingAPIResponse
from moto.stepfunctions.responses import get_backend as stepfunctions_backend

from .paging import InvalidToken, take_page
from .rebinding import replace_method, wrap_method
from .resource_types import matches_type, moto_filters
from .tagged_resources import left_out_resources

LARGEST_PAGE = 100
TagFilters = list[dict[str, Any]]


def apply() -> None:
    backend = ResourceGroupsTaggingAPIBackend
    # moto looks into the backends that its default settings select, not those in use.
    backend.lambda_backend = property(lambda self: lambda_backend(self.account_id, self.region_name))
    backend.stepfunctions_backend = property(lambda self: stepfunctions_backend(self.account_id, self.region_name))
    wrap_method(backend, "_get_resources_generator", _resources)
    replace_method(backend, "get_resources", get_resources)
    wrap_method(ResourceGroupsTaggingAPIResponse, "get_resources", _empty_last_token)


def _resources(
    original: Any,
    self: ResourceGroupsTaggingAPIBackend,
    tag_filters: TagFilters | None = None,
    resource_type_filters: list[str] | None = None,
) -> Iterator[dict[str, Any]]:
    types = resource_type_filters or []
    for resource in original(self, tag_filters=tag_filters or [], resource_type_filters=moto_filters(types)):
        if matches_type(resource["ResourceARN"], types):
            yield resource
    for arn, tags in left_out_resources(self.account_id, self.region_name):
        if tags and matches_type(arn, types) and _has_tags(tags, tag_filters or []):
            yield {"ResourceARN": arn, "Tags": [{"Key": key, "Value": value} for key, value in tags.items()]}


def _has_tags(tags: dict[str, str], filters: TagFilters) -> bool:
    return all(
        each["Key"] in tags and (not each.get("Values") or tags[each["Key"]] in each["Values"]) for each in filters
    )


def get_resources(
    self: ResourceGroupsTaggingAPIBackend,
    pagination_token: str | None = None,
    resources_per_page: int = 50,
    tags_per_page: int = 100,
    tag_filters: TagFilters | None = None,
    resource_type_filters: list[str] | None = None,
) -> tuple[str | None, list[dict[str, Any]]]:
    """Pages count resources only: moto ends a page after 100 tags, which is 12 resources of 8 tags."""
    if not 1 <= resources_per_page <= LARGEST_PAGE:
        raise ResourceGroupsTaggingAPIError(
            "InvalidParameterException", f"ResourcesPerPage must be between 1 and {LARGEST_PAGE}"
        )
    found = list(
        self._get_resources_generator(tag_filters=tag_filters, resource_type_filters=resource_type_filters)
    )
    query = [tag_filters or [], resource_type_filters or []]
    try:
        page, token = take_page(found, resources_per_page, pagination_token, query)
    except InvalidToken as error:
        raise ResourceGroupsTaggingAPIError("PaginationTokenExpiredException", "Token does not exist") from error
    return token, page


def _empty_last_token(original: Any, self: ResourceGroupsTaggingAPIResponse) -> str:
    """AWS ends the pages with an empty token, which callers compare with."""
    return original(self).replace('"PaginationToken": null', '"PaginationToken": ""')
