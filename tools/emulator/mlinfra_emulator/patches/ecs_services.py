"""ECS services: tasks that are registered with target groups, and lists of the tasks of one service."""

from typing import Any

from moto.core.responses import ActionResult
from moto.ecs.models import EC2ContainerServiceBackend, Service, Task
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.elbv2.models import elbv2_backends

from .rebinding import wrap_method


def apply() -> None:
    for method in ("create_service", "update_service", "delete_service"):
        wrap_method(EC2ContainerServiceResponse, method, _register)
    wrap_method(EC2ContainerServiceBackend, "list_tasks", _of_service)


def _register(original: Any, self: EC2ContainerServiceResponse) -> ActionResult:
    answer = original(self)
    service = answer.result["service"]
    register_targets(service, service.running_count if service.status == "ACTIVE" else 0)
    return answer


def register_targets(service: Service, count: int) -> None:
    """As many healthy targets as tasks run, in each of the service's target groups."""
    groups = elbv2_backends[service._account_id][service.region_name].target_groups
    for balancer in service.load_balancers:
        group = groups.get(balancer.get("targetGroupArn"))
        if group is None:
            continue
        addresses = [_address(service, number) for number in range(count)]
        gone = [each for each in group.targets if each.startswith(_network(service)) and each not in addresses]
        for each in gone:
            # Draining takes no time here.
            del group.targets[each]
        group.register([{"Id": each, "Port": balancer.get("containerPort", group.port)} for each in addresses])


def _network(service: Service) -> str:
    """Of the addresses of one service, so that two services can share a target group."""
    number = sum(map(ord, f"{service.cluster_name}/{service.name}")) % 200
    return f"10.255.{number}."


def _address(service: Service, number: int) -> str:
    return f"{_network(service)}{number + 4}"


def _of_service(original: Any, self: EC2ContainerServiceBackend, *args: Any, **kwargs: Any) -> list[Task]:
    """moto gives the tasks of all services of the cluster."""
    found = original(self, *args, **kwargs)
    # (cluster, container instance, family, started by, service name, desired status)
    name = kwargs.get("service_name") or (args[4] if len(args) > 4 else None)
    return [task for task in found if not name or task.group == f"service:{name.split('/')[-1]}"]
