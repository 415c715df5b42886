"""Functions for tests: an image, as the stacks deploy them."""

import json
from typing import Any

from .conftest import ACCOUNT, REGION

IMAGE = f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/audio:1"
TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
    ],
}


def create_function(aws: Any, name: str = "audio", **more: Any) -> dict[str, Any]:
    iam = aws("iam")
    try:
        role = iam.get_role(RoleName="functions")["Role"]["Arn"]
    except iam.exceptions.NoSuchEntityException:
        role = iam.create_role(RoleName="functions", AssumeRolePolicyDocument=json.dumps(TRUST))["Role"]["Arn"]
    return aws("lambda").create_function(
        FunctionName=name, PackageType="Image", Code={"ImageUri": IMAGE}, Role=role, **more
    )
