"""ECS services that keep what they were told, reach their count, and are listed in pages."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

pytestmark = pytest.mark.patch("ecs")


def create_service(aws: Any, name: str = "predictor", **more: Any) -> dict[str, Any]:
    ecs = aws("ecs")
    ecs.create_cluster(clusterName="predictor")
    ecs.register_task_definition(
        family="predictor", containerDefinitions=[{"name": "app", "image": "app", "memory": 512}]
    )
    return ecs.create_service(
        cluster="predictor", serviceName=name, taskDefinition="predictor", **{"desiredCount": 2, **more}
    )["service"]


def described(aws: Any) -> dict[str, Any]:
    return aws("ecs").describe_services(cluster="predictor", services=["predictor"])["services"][0]


def test_the_capacity_provider_strategy_replaces_the_launch_type(aws: Any) -> None:
    strategy = [{"capacityProvider": "FARGATE_SPOT", "weight": 3, "base": 0}]
    create_service(aws, capacityProviderStrategy=strategy)
    service = described(aws)
    assert service["capacityProviderStrategy"] == strategy
    assert "launchType" not in service


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("availabilityZoneRebalancing", "ENABLED"),
        ("healthCheckGracePeriodSeconds", 90),
        ("enableExecuteCommand", True),
        ("enableECSManagedTags", True),
        ("deploymentConfiguration", {"maximumPercent": 150, "minimumHealthyPercent": 50}),
    ],
)
def test_what_a_service_was_told_is_kept(aws: Any, field: str, value: Any) -> None:
    create_service(aws, **{field: value})
    assert described(aws)[field] == value


def test_rebalancing_is_disabled_unless_asked_for(aws: Any) -> None:
    create_service(aws)
    assert described(aws)["availabilityZoneRebalancing"] == "DISABLED"


def test_a_service_runs_what_is_desired(aws: Any) -> None:
    create_service(aws)
    service = described(aws)
    (deployment,) = service["deployments"]
    assert (service["runningCount"], service["pendingCount"]) == (2, 0)
    assert (deployment["rolloutState"], deployment["runningCount"]) == ("COMPLETED", 2)
    (cluster,) = aws("ecs").describe_clusters(clusters=["predictor"])["clusters"]
    assert (cluster["runningTasksCount"], cluster["pendingTasksCount"]) == (2, 0)


def test_an_update_rolls_out(aws: Any) -> None:
    create_service(aws)
    ecs = aws("ecs")
    arn = ecs.register_task_definition(
        family="predictor", containerDefinitions=[{"name": "app", "image": "app:2", "memory": 512}]
    )["taskDefinition"]["taskDefinitionArn"]
    ecs.update_service(cluster="predictor", service="predictor", taskDefinition="predictor:2", desiredCount=3)
    service = described(aws)
    (deployment,) = service["deployments"]
    assert service["taskDefinition"] == deployment["taskDefinition"] == arn
    assert (service["runningCount"], deployment["runningCount"], deployment["desiredCount"]) == (3, 3, 3)


def test_services_come_in_pages_of_ten(aws: Any) -> None:
    made = {create_service(aws, f"service-{number}")["serviceArn"] for number in range(12)}
    ecs = aws("ecs")
    first = ecs.list_services(cluster="predictor")
    second = ecs.list_services(cluster="predictor", nextToken=first["nextToken"])
    assert (len(first["serviceArns"]), len(second["serviceArns"])) == (10, 2)
    assert {*first["serviceArns"], *second["serviceArns"]} == made
    assert "nextToken" not in second


def test_no_more_than_ten_services_are_described_at_once(aws: Any) -> None:
    create_service(aws)
    with pytest.raises(ClientError) as refused:
        aws("ecs").describe_services(cluster="predictor", services=[f"s{number}" for number in range(11)])
    assert refused.value.response["Error"]["Code"] == "InvalidParameterException"


def test_a_cluster_without_tags_does_not_break_the_tagging_api(aws: Any) -> None:
    aws("ecs").create_cluster(clusterName="untagged")
    answer = aws("resourcegroupstaggingapi").get_resources(
        TagFilters=[{"Key": "mlinfra:team"}], ResourceTypeFilters=["ecs:cluster"]
    )
    assert answer["ResourceTagMappingList"] == []
