"""Tasks of a service that stop when a test says so, as nothing here runs them."""

import copy
from dataclasses import dataclass
from typing import Any

from moto.core.utils import utcnow
from moto.ecs.models import Service, Task, ecs_backends

from .patches.ecs_services import register_targets

TEXTS = {
    "cluster": None,
    "service": None,
    "account": "123456789012",
    "region": "eu-central-1",
    "stopCode": "EssentialContainerExited",
    "reason": "Essential container in task exited",
}


class InvalidStop(ValueError):
    """What cannot be stopped; the message says why."""


@dataclass(frozen=True)
class Stop:
    texts: dict[str, str]
    count: int
    exit_code: int


def parse_stop(body: Any) -> Stop:
    if not isinstance(body, dict):
        raise InvalidStop("The body is an object with cluster, service and count.")
    unknown = sorted(set(body) - {*TEXTS, "count", "exitCode"})
    if unknown:
        raise InvalidStop(f"There is no field {unknown[0]}; there are {', '.join(TEXTS)}, count and exitCode.")
    texts = {}
    for name, default in TEXTS.items():
        value = body.get(name, default)
        if not isinstance(value, str) or not value:
            raise InvalidStop(f"{name} is a text.")
        texts[name] = value
    count, exit_code = body.get("count", 1), body.get("exitCode", 1)
    if type(count) is not int or count < 1 or type(exit_code) is not int:
        raise InvalidStop("count is a number above 0, and exitCode a number.")
    return Stop(texts, count, exit_code)


def stop_tasks(stop: Stop) -> dict[str, Any]:
    """Stops running tasks of a service; they do not come back before it is updated."""
    texts = stop.texts
    backend = ecs_backends[texts["account"]][texts["region"]]
    service = backend.services.get(f"{texts['cluster']}:{texts['service']}")
    if service is None:
        raise InvalidStop(f"There is no service {texts['service']} in cluster {texts['cluster']}.")
    if stop.count > service.running_count:
        raise InvalidStop(f"Service {service.name} runs {service.running_count} tasks, which is less than {stop.count}.")
    for _ in range(stop.count):
        task = _stopped(backend, service, stop)
        backend.tasks.setdefault(service.cluster_name, {})[task.task_arn] = task
    service.running_count -= stop.count
    backend.clusters[service.cluster_name].running_tasks_count -= stop.count
    for deployment in service.deployments:
        deployment["runningCount"] = service.running_count
    register_targets(service, service.running_count)
    service.events.insert(
        0,
        {
            "id": f"event-{len(service.events)}",
            "createdAt": utcnow(),
            "message": f"(service {service.name}) has stopped {stop.count} running tasks.",
        },
    )
    return {"running": service.running_count}


def _stopped(backend: Any, service: Service, stop: Stop) -> Task:
    cluster = backend.clusters[service.cluster_name]
    # Without a network mode, moto makes no network interface.
    definition = copy.copy(backend.describe_task_definition(service.task_definition))
    definition.network_mode = "bridge"
    task = Task(cluster, definition, None, None, backend, f"service:{service.name}", launch_type="FARGATE")
    task.desired_status = task.last_status = "STOPPED"
    task.stop_code, task.stopped_reason = stop.texts["stopCode"], stop.texts["reason"]
    task.created_at = task.started_at = task.stopped_at = utcnow()
    for container in task.containers:
        container.last_status, container.exitCode = "STOPPED", stop.exit_code
    return task
