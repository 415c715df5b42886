"""The patches, one module per AWS service, and the one call that applies them."""

from collections.abc import Callable

from ..cannot_start import CannotStart
from . import (
    apigateway,
    apigatewayv2,
    applicationautoscaling,
    autoscaling,
    awslambda,
    backup,
    budgets,
    cloudfront,
    cloudtrail,
    cloudwatch,
    codedeploy,
    costexplorer,
    ec2,
    ec2_security_groups,
    ecs,
    ecs_services,
    ecs_tasks,
    elbv2,
    iam,
    lambda_provisioned_concurrency,
    logs,
    rds,
    resourcegroupstagging,
    s3,
    sagemaker,
    sagemakerruntime,
    stepfunctions,
    stepfunctions_accounts,
    stepfunctions_ecs,
    stepfunctions_ends,
    stepfunctions_executions,
    stepfunctions_redrive,
    stepfunctions_tasks,
)

_MODULES = (
    apigateway,
    apigatewayv2,
    applicationautoscaling,
    autoscaling,
    awslambda,
    backup,
    budgets,
    cloudfront,
    cloudtrail,
    cloudwatch,
    codedeploy,
    costexplorer,
    ec2,
    ec2_security_groups,
    ecs,
    ecs_services,
    ecs_tasks,
    elbv2,
    iam,
    lambda_provisioned_concurrency,
    logs,
    rds,
    resourcegroupstagging,
    s3,
    sagemaker,
    sagemakerruntime,
    stepfunctions,
    stepfunctions_accounts,
    stepfunctions_ecs,
    stepfunctions_ends,
    stepfunctions_executions,
    stepfunctions_redrive,
    stepfunctions_tasks,
)

PATCHES: dict[str, Callable[[], None]] = {module.__name__.rpartition(".")[2]: module.apply for module in _MODULES}


class UnknownPatch(CannotStart):
    """A name that no patch has; the message lists those there are."""


def apply_patches(names: list[str] | None = None) -> list[str]:
    """
    Applies the named patches, or all of them, and gives their names.
    Call it once per process, before the first request is served.
    """
    chosen = list(PATCHES) if names is None else names
    for name in chosen:
        if name not in PATCHES:
            raise UnknownPatch(f"There is no patch {name}; there are {', '.join(PATCHES)}.")
        PATCHES[name]()
    return chosen
