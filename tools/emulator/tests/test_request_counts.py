"""Calls are counted by what they are, so that a test can say how many were made."""

from typing import Any

from .conftest import ACCOUNT, REGION
from .lambda_functions import create_function


def counts(emulator: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in emulator.call("GET", "/mlinfra-emulator/requests")["requests"]:
        name = f"{each['service']}:{each['operation']}"
        found[name] = found.get(name, 0) + each["count"]
    return found


def test_operations_of_each_protocol_are_told_apart(emulator: Any, aws: Any) -> None:
    aws("budgets").describe_budgets(AccountId=ACCOUNT)
    aws("sts").get_caller_identity()
    aws("cloudwatch").describe_alarms()
    aws("lambda").list_functions()
    aws("lambda").list_functions()
    api = aws("apigateway").create_rest_api(name="audio")["id"]
    aws("apigateway").get_stages(restApiId=api)
    aws("apigateway").get_rest_api(restApiId=api)
    aws("apigatewayv2").get_apis()
    aws("cloudfront").list_distributions()
    assert counts(emulator) == {
        "budgets:DescribeBudgets": 1,
        "sts:GetCallerIdentity": 1,
        "cloudwatch:DescribeAlarms": 1,
        "lambda:ListFunctions": 2,
        "apigateway:CreateRestApi": 1,
        "apigateway:GetStages": 1,
        "apigateway:GetRestApi": 1,
        "apigatewayv2:GetApis": 1,
        "cloudfront:ListDistributions": 1,
    }


def test_operations_of_s3_are_told_apart(emulator: Any, aws: Any) -> None:
    s3 = aws("s3")
    s3.create_bucket(Bucket="models", CreateBucketConfiguration={"LocationConstraint": REGION})
    s3.put_object(Bucket="models", Key="audio/1/model.onnx", Body=b"x")
    s3.copy_object(Bucket="models", Key="copy", CopySource="models/audio/1/model.onnx")
    s3.get_object(Bucket="models", Key="audio/1/model.onnx")
    s3.list_objects_v2(Bucket="models")
    s3.put_bucket_versioning(Bucket="models", VersioningConfiguration={"Status": "Enabled"})
    s3.list_buckets()
    assert counts(emulator) == {
        f"s3:{name}": 1
        for name in (
            "CreateBucket",
            "PutObject",
            "CopyObject",
            "GetObject",
            "ListObjectsV2",
            "PutBucketVersioning",
            "ListBuckets",
        )
    }


def test_lambda_paths_with_names_in_them(emulator: Any, aws: Any) -> None:
    create_function(aws)
    emulator.call("DELETE", "/mlinfra-emulator/requests")
    client = aws("lambda")
    client.get_function(FunctionName="audio")
    client.get_function_concurrency(FunctionName="audio")
    client.list_tags(Resource=client.get_function_configuration(FunctionName="audio")["FunctionArn"])
    client.invoke(FunctionName="audio")
    assert set(counts(emulator)) == {
        "lambda:GetFunction",
        "lambda:GetFunctionConcurrency",
        "lambda:GetFunctionConfiguration",
        "lambda:Invoke",
        "lambda:ListTags",
    }


def test_accounts_regions_and_statuses_are_counted_apart(emulator: Any, aws: Any) -> None:
    other = emulator.client_in("222222222222", "ecs", "us-east-1")
    emulator.call("DELETE", "/mlinfra-emulator/requests")
    fault = {"service": "ecs", "account": "222222222222", "error": "ThrottlingException", "times": 1}
    emulator.call("POST", "/mlinfra-emulator/faults", fault)
    aws("ecs").list_clusters()
    try:
        other.list_clusters()
    except other.exceptions.ClientException:
        raise
    except other.exceptions.ClientError:
        other.list_clusters()
    answer = emulator.call("GET", "/mlinfra-emulator/requests")
    found = {(each["account"], each["region"], each["status"]): each["count"] for each in answer["requests"]}
    assert found == {
        (ACCOUNT, REGION, 200): 1,
        ("222222222222", "us-east-1", 200): 1,
        ("222222222222", "us-east-1", 400): 1,
    }
    assert answer["total"] == 3


def test_control_routes_and_moto_s_own_are_not_counted(emulator: Any) -> None:
    emulator.call("POST", "/moto-api/reset")
    emulator.call("GET", "/mlinfra-emulator/health")
    assert emulator.call("GET", "/mlinfra-emulator/requests") == {"total": 0, "requests": []}
