"""The patches, one module per AWS service, and the one call that applies them all."""

from collections.abc import Callable

from . import (
    apigateway,
    apigatewayv2,
    awslambda,
    budgets,
    iam,
    lambda_provisioned_concurrency,
    resourcegroupstagging,
)

PATCHES: dict[str, Callable[[], None]] = {
    "apigateway": apigateway.apply,
    "apigatewayv2": apigatewayv2.apply,
    "awslambda": awslambda.apply,
    "budgets": budgets.apply,
    "iam": iam.apply,
    "lambda_provisioned_concurrency": lambda_provisioned_concurrency.apply,
    "resourcegroupstagging": resourcegroupstagging.apply,
}


def apply_all() -> list[str]:
    """Applies each patch once, before the first request is served; gives their names."""
    for apply in PATCHES.values():
        apply()
    return list(PATCHES)
