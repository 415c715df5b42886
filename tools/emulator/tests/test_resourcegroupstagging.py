"""GetResources finds all that an entity owns, by the names AWS gives types, in pages of up to 100."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from .conftest import ACCOUNT, REGION
from .lambda_functions import create_function

pytestmark = pytest.mark.patch("resourcegroupstagging")

TAGS = {"backstage.io/entity-ref": "component:default/audio", "mlinfra:stack": "inference-api"}
TAG_LIST = [{"Key": key, "Value": value} for key, value in TAGS.items()]
OWNED = [{"Key": "backstage.io/entity-ref", "Values": ["component:default/audio"]}]


def found(aws: Any, *types: str, filters: Any = OWNED, **more: Any) -> set[str]:
    answer = aws("resourcegroupstaggingapi").get_resources(
        TagFilters=filters, ResourceTypeFilters=list(types), **more
    )
    return {each["ResourceARN"] for each in answer["ResourceTagMappingList"]}


def rest_api(aws: Any) -> str:
    client = aws("apigateway")
    api = client.create_rest_api(name="audio", tags=TAGS)["id"]
    root = client.get_resources(restApiId=api)["items"][0]["id"]
    client.put_method(restApiId=api, resourceId=root, httpMethod="GET", authorizationType="NONE")
    client.put_integration(restApiId=api, resourceId=root, httpMethod="GET", type="MOCK")
    deployment = client.create_deployment(restApiId=api)["id"]
    client.create_stage(restApiId=api, stageName="v1", deploymentId=deployment, tags=TAGS)
    return f"arn:aws:apigateway:{REGION}::/restapis/{api}"


def http_api(aws: Any) -> str:
    client = aws("apigatewayv2")
    api = client.create_api(Name="predictor", ProtocolType="HTTP", Tags=TAGS)["ApiId"]
    client.create_stage(ApiId=api, StageName="live", Tags=TAGS)
    return f"arn:aws:apigateway:{REGION}::/apis/{api}"


def test_rest_apis_and_their_stages(aws: Any) -> None:
    api = rest_api(aws)
    assert found(aws, "apigateway:restapis") == {api}
    assert found(aws, "apigateway:restapis/stages") == {f"{api}/stages/v1"}


def test_http_apis_and_their_stages(aws: Any) -> None:
    api = http_api(aws)
    assert found(aws, "apigateway:apis") == {api}
    assert found(aws, "apigateway:apis/stages") == {f"{api}/stages/live"}


def test_a_bare_service_name_stands_for_all_its_types(aws: Any) -> None:
    rest, http = rest_api(aws), http_api(aws)
    assert found(aws, "apigateway") == {rest, f"{rest}/stages/v1", http, f"{http}/stages/live"}


def test_a_bare_ecs_gives_clusters_and_task_definitions(aws: Any) -> None:
    ecs = aws("ecs")
    tags = [{"key": key, "value": value} for key, value in TAGS.items()]
    cluster = ecs.create_cluster(clusterName="audio", tags=tags)["cluster"]["clusterArn"]
    task = ecs.register_task_definition(
        family="audio", containerDefinitions=[{"name": "a", "image": "a", "memory": 128}], tags=tags
    )["taskDefinition"]["taskDefinitionArn"]
    assert found(aws, "ecs") == {cluster, task}
    assert found(aws, "ecs:cluster") == {cluster}


def test_functions_of_the_backend_in_use(aws: Any) -> None:
    function = create_function(aws, Tags=TAGS)["FunctionArn"]
    assert found(aws, "lambda") == {function}
    assert found(aws, "lambda:function") == {function}


def test_state_machines_of_the_backend_in_use(aws: Any) -> None:
    machine = aws("stepfunctions").create_state_machine(
        name="pipeline",
        definition='{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}',
        roleArn=f"arn:aws:iam::{ACCOUNT}:role/pipeline",
        tags=[{"key": key, "value": value} for key, value in TAGS.items()],
    )["stateMachineArn"]
    assert found(aws, "states") == {machine}
    assert found(aws, "states:stateMachine") == {machine}


def test_repositories(aws: Any) -> None:
    repository = aws("ecr").create_repository(repositoryName="audio", tags=TAG_LIST)["repository"]["repositoryArn"]
    assert found(aws, "ecr") == {repository}
    assert found(aws, "ecr:repository") == {repository}


def test_all_types_without_a_filter(aws: Any) -> None:
    api, function = rest_api(aws), create_function(aws, Tags=TAGS)["FunctionArn"]
    aws("sns").create_topic(Name="alerts", Tags=TAG_LIST)
    create_function(aws, "other", Tags={"backstage.io/entity-ref": "component:default/other"})
    topic = f"arn:aws:sns:{REGION}:{ACCOUNT}:alerts"
    assert found(aws) == {api, f"{api}/stages/v1", function, topic}


def test_a_page_has_up_to_100_resources(aws: Any) -> None:
    many = [{"Key": f"tag-{number}", "Value": "x"} for number in range(8)]
    sns = aws("sns")
    for number in range(103):
        sns.create_topic(Name=f"topic-{number}", Tags=TAG_LIST + many)
    client = aws("resourcegroupstaggingapi")
    first = client.get_resources(TagFilters=OWNED, ResourcesPerPage=100)
    again = client.get_resources(TagFilters=OWNED, ResourcesPerPage=100, PaginationToken=first["PaginationToken"])
    assert (len(first["ResourceTagMappingList"]), len(again["ResourceTagMappingList"])) == (100, 3)
    assert again["PaginationToken"] == ""


@pytest.mark.parametrize("size", [0, 101])
def test_other_page_sizes_are_refused(aws: Any, size: int) -> None:
    with pytest.raises(ClientError) as refused:
        found(aws, ResourcesPerPage=size)
    assert refused.value.response["Error"]["Code"] == "InvalidParameterException"


def test_a_token_holds_for_its_own_query_only(aws: Any) -> None:
    sns = aws("sns")
    for number in range(3):
        sns.create_topic(Name=f"topic-{number}", Tags=TAG_LIST)
    client = aws("resourcegroupstaggingapi")
    token = client.get_resources(TagFilters=OWNED, ResourcesPerPage=2)["PaginationToken"]
    with pytest.raises(ClientError) as refused:
        client.get_resources(ResourcesPerPage=2, PaginationToken=token)
    assert refused.value.response["Error"]["Code"] == "PaginationTokenExpiredException"
