"""Services whose tasks are targets of a load balancer, and can stop."""

import json
import urllib.error
from typing import Any

import pytest

pytestmark = pytest.mark.patch("ecs_services")


@pytest.fixture
def group(aws: Any) -> str:
    network = aws("ec2").create_vpc(CidrBlock="10.40.0.0/20")["Vpc"]["VpcId"]
    (made,) = aws("elbv2").create_target_group(
        Name="web", Protocol="HTTP", Port=80, TargetType="ip", VpcId=network
    )["TargetGroups"]
    arn: str = made["TargetGroupArn"]
    return arn


@pytest.fixture
def service(aws: Any, group: str) -> Any:
    ecs = aws("ecs")
    ecs.create_cluster(clusterName="web")
    ecs.register_task_definition(family="web", containerDefinitions=[{"name": "app", "image": "app", "memory": 512}])
    balancer = {"targetGroupArn": group, "containerName": "app", "containerPort": 8080}
    return ecs.create_service(
        cluster="web", serviceName="web", taskDefinition="web", desiredCount=2, loadBalancers=[balancer]
    )["service"]


def states(aws: Any, group: str) -> list[str]:
    found = aws("elbv2").describe_target_health(TargetGroupArn=group)["TargetHealthDescriptions"]
    return [each["TargetHealth"]["State"] for each in found]


def stop(emulator: Any, count: int = 1, **more: Any) -> Any:
    return emulator.call(
        "POST", "/mlinfra-emulator/stopped-tasks", {"cluster": "web", "service": "web", "count": count, **more}
    )


def test_running_tasks_are_healthy_targets(aws: Any, group: str, service: Any) -> None:
    assert states(aws, group) == ["healthy", "healthy"]


def test_targets_follow_the_number_of_tasks(aws: Any, group: str, service: Any) -> None:
    ecs = aws("ecs")
    for count in (3, 1, 0):
        ecs.update_service(cluster="web", service="web", desiredCount=count)
        assert states(aws, group) == ["healthy"] * count
    ecs.update_service(cluster="web", service="web", desiredCount=1)
    assert states(aws, group) == ["healthy"]
    ecs.delete_service(cluster="web", service="web", force=True)
    assert states(aws, group) == []


def test_stopped_tasks_are_listed_with_their_service(aws: Any, emulator: Any, group: str, service: Any) -> None:
    assert stop(emulator, exitCode=137, reason="OutOfMemoryError: container killed") == {"running": 1}
    ecs = aws("ecs")
    (arn,) = ecs.list_tasks(cluster="web", serviceName="web", desiredStatus="STOPPED")["taskArns"]
    (task,) = ecs.describe_tasks(cluster="web", tasks=[arn])["tasks"]
    assert task["group"] == "service:web"
    assert task["stopCode"] == "EssentialContainerExited"
    assert task["stoppedReason"] == "OutOfMemoryError: container killed"
    assert task["lastStatus"] == "STOPPED"
    assert task["containers"][0]["exitCode"] == 137
    assert states(aws, group) == ["healthy"]
    (described,) = ecs.describe_services(cluster="web", services=["web"])["services"]
    assert described["runningCount"] == 1
    assert "stopped 1 running tasks" in described["events"][0]["message"]
    (cluster,) = ecs.describe_clusters(clusters=["web"])["clusters"]
    assert cluster["runningTasksCount"] == 1


def test_other_services_have_no_part_in_it(aws: Any, emulator: Any, group: str, service: Any) -> None:
    ecs = aws("ecs")
    ecs.create_service(cluster="web", serviceName="other", taskDefinition="web", desiredCount=1)
    stop(emulator, 2)
    assert ecs.list_tasks(cluster="web", serviceName="other", desiredStatus="STOPPED")["taskArns"] == []
    assert len(ecs.list_tasks(cluster="web", desiredStatus="STOPPED")["taskArns"]) == 2


def test_an_update_brings_the_tasks_back(aws: Any, emulator: Any, group: str, service: Any) -> None:
    stop(emulator, 2)
    assert states(aws, group) == []
    aws("ecs").update_service(cluster="web", service="web", forceNewDeployment=True)
    assert states(aws, group) == ["healthy", "healthy"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ([], "object"),
        ({"cluster": "web"}, "service is a text"),
        ({"cluster": "web", "service": "web", "count": 0}, "above 0"),
        ({"cluster": "web", "service": "web", "color": "red"}, "no field color"),
        ({"cluster": "web", "service": "nobody"}, "no service nobody"),
        ({"cluster": "web", "service": "web", "count": 3}, "runs 2 tasks"),
    ],
)
def test_a_stop_that_makes_no_sense_is_refused(emulator: Any, group: str, service: Any, body: Any, message: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        emulator.call("POST", "/mlinfra-emulator/stopped-tasks", body)
    assert caught.value.code == 400
    assert message in json.loads(caught.value.read())["error"]
    assert states_after(emulator, group) == 2


def states_after(emulator: Any, group: str) -> int:
    elbv2 = emulator.client("elbv2")
    return len(elbv2.describe_target_health(TargetGroupArn=group)["TargetHealthDescriptions"])
