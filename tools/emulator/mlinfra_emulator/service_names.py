"""One name per AWS service: the SDK's, whichever name a request was signed with."""

# Only services whose signing name differs from the name of the SDK client.
_BY_SIGNING_NAME = {
    "email": "ses",
    "elasticfilesystem": "efs",
    "elasticloadbalancing": "elbv2",
    "elasticmapreduce": "emr",
    "monitoring": "cloudwatch",
    "states": "stepfunctions",
    "tagging": "resourcegroupstaggingapi",
}


def service_name(signing_name: str) -> str:
    """`states` and `stepfunctions` both give `stepfunctions`."""
    name = signing_name.lower()
    return _BY_SIGNING_NAME.get(name, name)
