"""ECS: services that keep what they were told and reach their desired count, and lists in pages."""

from collections.abc import Callable
from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import camelcase_to_underscores, utcnow
from moto.ecs.exceptions import InvalidParameterException
from moto.ecs.models import Cluster
from moto.ecs.responses import EC2ContainerServiceResponse

from .paging import InvalidToken, take_page
from .rebinding import wrap_method

MOST_DESCRIBED = 10
KEPT = (
    "availabilityZoneRebalancing",
    "capacityProviderStrategy",
    "deploymentConfiguration",
    "enableECSManagedTags",
    "enableExecuteCommand",
    "healthCheckGracePeriodSeconds",
    "placementConstraints",
    "placementStrategy",
)
DEFAULTS = {"availabilityZoneRebalancing": "DISABLED", "enableECSManagedTags": False, "enableExecuteCommand": False}
# Each with the size of its page, where the caller gives none.
LISTS = {
    "list_clusters": ("clusterArns", 100),
    "list_services": ("serviceArns", 10),
    "list_task_definitions": ("taskDefinitionArns", 100),
}


def apply() -> None:
    response = EC2ContainerServiceResponse
    wrap_method(Cluster, "__init__", _with_tags)
    wrap_method(response, "create_service", _create_service)
    wrap_method(response, "update_service", _update_service)
    wrap_method(response, "describe_services", _describe_services)
    for method, (items, size) in LISTS.items():
        wrap_method(response, method, _paged(method, items, size))


def _with_tags(original: Any, self: Cluster, *args: Any, **kwargs: Any) -> None:
    """A cluster without a list of tags broke every GetResources of its account."""
    original(self, *args, **kwargs)
    self.tags = self.tags or []


def _create_service(original: Any, self: EC2ContainerServiceResponse) -> ActionResult:
    answer = original(self)
    service = answer.result["service"]
    for name in KEPT:
        setattr(service, camelcase_to_underscores(name), self._get_param(name) or DEFAULTS.get(name))
    if service.capacity_provider_strategy:
        service.launch_type = None
    _count_running(self, service)
    _settle(service)
    return answer


def _update_service(original: Any, self: EC2ContainerServiceResponse) -> ActionResult:
    answer = original(self)
    service = answer.result["service"]
    if self._get_param("taskDefinition"):
        # A family and revision may be given; a service names its task definition by ARN.
        service.task_definition = self.ecs_backend.describe_task_definition(service.task_definition).arn
    _settle(service)
    return answer


def _count_running(self: EC2ContainerServiceResponse, service: Any) -> None:
    cluster = self.ecs_backend._get_cluster(service.cluster_name)
    cluster.pending_tasks_count -= service.pending_count
    cluster.running_tasks_count += service.desired_count - service.running_count


def _settle(service: Any) -> None:
    """The deployment is over at once: nothing here starts containers, so nothing could finish it later."""
    service.running_count, service.pending_count = service.desired_count, 0
    for deployment in service.deployments:
        deployment.update(
            capacityProviderStrategy=service.capacity_provider_strategy,
            desiredCount=service.desired_count,
            launchType=service.launch_type,
            networkConfiguration=service.network_configuration,
            pendingCount=0,
            rolloutState="COMPLETED",
            rolloutStateReason=f"ECS deployment {deployment['id']} completed.",
            runningCount=service.desired_count,
            taskDefinition=service.task_definition,
            updatedAt=utcnow(),
        )


def _describe_services(original: Any, self: EC2ContainerServiceResponse) -> ActionResult:
    if len(self._get_param("services", [])) > MOST_DESCRIBED:
        raise InvalidParameterException(f"Member must have length less than or equal to {MOST_DESCRIBED}")
    return original(self)


def _paged(method: str, items: str, default_size: int) -> Callable[..., ActionResult]:
    def paged(original: Any, self: EC2ContainerServiceResponse) -> ActionResult:
        found = original(self).result[items]
        size = self._get_int_param("maxResults") or default_size
        query = [method, self._get_param("cluster"), self._get_param("launchType")]
        try:
            page, token = take_page(list(found), size, self._get_param("nextToken"), query)
        except InvalidToken as error:
            raise InvalidParameterException("Invalid token.") from error
        return ActionResult({items: page, **({"nextToken": token} if token else {})})

    return paged
