"""ECS tasks: capacity providers, what Fargate leaves out, and tasks whose container runs here."""

import copy
from collections.abc import Callable
from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ec2.models import ec2_backends
from moto.ecs.exceptions import InvalidParameterException
from moto.ecs.models import EC2ContainerServiceBackend, Task, TaskDefinition
from moto.ecs.responses import EC2ContainerServiceResponse

from ..containers.registrations import REGISTRATIONS, Registration
from ..containers.running import add
from ..containers.task_run import TaskRun
from .rebinding import replace_method, wrap_method


def apply() -> None:
    wrap_method(EC2ContainerServiceResponse, "run_task", _run_task)
    wrap_method(EC2ContainerServiceBackend, "stop_task", _stop_task)
    backend = EC2ContainerServiceBackend
    requirements = _without_memory(backend._calculate_task_resource_requirements)
    replace_method(backend, "_calculate_task_resource_requirements", staticmethod(requirements))
    replace_method(Task, "last_status", _last_status(Task.last_status))


def _last_status(moto_s: property) -> property:
    def last_status(task: Task) -> str:
        run = vars(task).get("mlinfra_run")
        return run.status if run else moto_s.fget(task)

    return property(last_status, moto_s.fset)


def _run_task(original: Any, self: EC2ContainerServiceResponse) -> ActionResult:
    strategy = self._get_param("capacityProviderStrategy")
    launch_type = self._get_param("launchType")
    if strategy and launch_type:
        raise InvalidParameterException("You cannot specify both a launchType and a capacityProviderStrategy.")
    if not strategy and not launch_type:
        cluster = self.ecs_backend._get_cluster(self._get_param("cluster", "default"))
        strategy = cluster.default_capacity_provider_strategy
    provider = _provider(strategy)
    if provider and provider.startswith("FARGATE"):
        launch_type = "FARGATE"
    answer = _with_params(self, {"launchType": launch_type, "networkConfiguration": _network(self)}, original)
    for task in answer.result["tasks"]:
        if provider:
            task.capacity_provider_name = provider
        _start(self.ecs_backend, task)
    return answer


def _provider(strategy: list[dict[str, Any]] | None) -> str | None:
    """Where the first task goes: to the base, then to the heaviest."""
    if not strategy:
        return None
    return max(strategy, key=lambda each: (each.get("base", 0) > 0, each.get("weight", 0)))["capacityProvider"]


def _network(self: EC2ContainerServiceResponse) -> dict[str, Any] | None:
    """Without security groups, a task has the default one of its VPC."""
    network = self._get_param("networkConfiguration")
    if not network or network.get("awsvpcConfiguration", {}).get("securityGroups"):
        return network
    network = copy.deepcopy(network)
    ec2 = ec2_backends[self.current_account][self.region]
    (subnet,) = ec2.describe_subnets(network["awsvpcConfiguration"]["subnets"][:1])
    group = ec2.get_security_group_from_name("default", vpc_id=subnet.vpc_id)
    network["awsvpcConfiguration"]["securityGroups"] = [group.id]
    return network


def _with_params(self: EC2ContainerServiceResponse, values: dict[str, Any], call: Callable[..., Any]) -> Any:
    given = self._get_param

    def changed(key: str, *args: Any, **kwargs: Any) -> Any:
        return values[key] if values.get(key) is not None else given(key, *args, **kwargs)

    self._get_param = changed
    return call(self)


def _start(backend: EC2ContainerServiceBackend, task: Task) -> None:
    definition = backend.describe_task_definition(task.task_definition_arn)
    task.cpu = task.overrides.get("cpu") or definition.cpu
    task.memory = task.overrides.get("memory") or definition.memory
    task.created_at = utcnow()
    found = _registered(definition)
    if not found:
        return
    run = TaskRun(task, definition, *found)
    task.mlinfra_run = run
    add(task.task_arn, run)
    run.start()


def _registered(definition: TaskDefinition) -> tuple[dict[str, Any], Registration] | None:
    """The first container that the task cannot do without and that can run here."""
    for container in definition.container_definitions:
        registration = REGISTRATIONS.find(container.get("image", ""))
        if registration and container.get("essential", True):
            return container, registration
    return None


def _stop_task(
    original: Any, self: EC2ContainerServiceBackend, cluster_str: str, task_str: str, reason: str
) -> Task:
    tasks = self.tasks.get(self._get_cluster(cluster_str).name) or {}
    task = next((each for arn, each in tasks.items() if arn.split("/")[-1] == task_str.split("/")[-1]), None)
    if task is None:
        raise InvalidParameterException("The referenced task was not found.")
    run = vars(task).get("mlinfra_run")
    if not run:
        return original(self, cluster_str, task_str, reason)
    run.stop(reason or "Task stopped by user")
    return task


def _without_memory(original: Callable[..., Any]) -> Callable[..., Any]:
    """On Fargate the task has memory, and its containers need not."""

    def requirements(task_definition: TaskDefinition) -> dict[str, Any]:
        known = copy.copy(task_definition)
        known.container_definitions = [
            each if "memory" in each or "memoryReservation" in each else {**each, "memory": 0}
            for each in task_definition.container_definitions
        ]
        return original(known)

    return requirements
