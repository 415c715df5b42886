"""The only conversation with AWS: rows to the SageMaker endpoint, probabilities back."""

from __future__ import annotations

import re
from functools import lru_cache

import boto3
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import ClientError, ConnectTimeoutError, EndpointConnectionError, ReadTimeoutError

from churn_api.errors import ServiceError
from churn_api.logs import log

_SEPARATORS = re.compile(r"[,\n]")


@lru_cache(maxsize=1)
def runtime() -> BaseClient:
    # Lambda and API Gateway end a request after 30 s. A repeated attempt would not fit in, so the
    # caller repeats: the answers 429 and 503 say when.
    times = {"connect_timeout": 3, "read_timeout": 24, "retries": {"total_max_attempts": 1}}
    return boto3.client("sagemaker-runtime", config=Config(**times))


def probabilities(endpoint_name: str, rows: str, count: int) -> list[float]:
    """One for each of the `count` lines of CSV. ServiceError where the endpoint does not give them."""
    try:
        answer = runtime().invoke_endpoint(
            EndpointName=endpoint_name, ContentType="text/csv", Accept="text/csv", Body=rows.encode()
        )
        text = answer["Body"].read().decode()
    except ClientError as error:
        raise _explained(error, endpoint_name) from error
    except (ReadTimeoutError, ConnectTimeoutError, EndpointConnectionError) as error:
        log.warning("endpoint silent", extra={"fields": {"reason": type(error).__name__}})
        raise _not_ready(endpoint_name, "did not answer in time") from error
    return _parsed(text, count, endpoint_name)


def _explained(error: ClientError, name: str) -> ServiceError:
    code = str(error.response.get("Error", {}).get("Code", ""))
    reason = str(error.response.get("Error", {}).get("Message", ""))
    log.warning("endpoint refused", extra={"fields": {"aws_error": code, "reason": reason[:500]}})
    if code in ("ThrottlingException", "Throttling", "TooManyRequestsException"):
        return ServiceError(
            429,
            "throttled",
            f"The endpoint {name} is working on as many requests as it may.",
            "Try again in a few seconds. If it stays so, raise max_concurrency of the endpoint.",
            retry_after_seconds=5,
        )
    if code in ("ModelNotReadyException", "ServiceUnavailable", "InternalDependencyException", "InternalFailure"):
        return _not_ready(name, "is not ready")
    if code in ("ValidationError", "ValidationException") and "not found" in reason.lower():
        return ServiceError(
            503,
            "endpoint_missing",
            f"There is no endpoint {name} in service.",
            "Upload model.tar.gz and apply the stack; then wait until the endpoint's status is InService.",
            retry_after_seconds=60,
        )
    if code in ("AccessDeniedException", "AccessDenied"):
        hint = "Apply the stack's Terraform again: the function's role may invoke only the stack's own endpoint."
        return ServiceError(500, "endpoint_forbidden", f"The function may not invoke the endpoint {name}.", hint)
    if code == "ModelError":
        return _unusable(name, "The model refused the request")
    return ServiceError(
        502,
        "endpoint_failed",
        f"The endpoint {name} failed with {code or 'an unknown error'}.",
        "Look into the endpoint's log group; the function's log has the full reason.",
    )


def _not_ready(name: str, what: str) -> ServiceError:
    return ServiceError(
        503,
        "endpoint_not_ready",
        f"The endpoint {name} {what}.",
        "Try again in half a minute: a serverless endpoint needs that long to start after a pause. If it stays so, "
        "look at the endpoint's status in SageMaker, and into its log group.",
        retry_after_seconds=30,
    )


def _unusable(name: str, what: str) -> ServiceError:
    return ServiceError(
        502,
        "model_mismatch",
        f"{what} at the endpoint {name}.",
        "Deploy the model.tar.gz and the API image that were made by the same training: features.json belongs to "
        "its model.",
    )


def _parsed(text: str, count: int, name: str) -> list[float]:
    """The container joins by commas; batch transforms and other containers write lines."""
    try:
        found = [float(part) for part in _SEPARATORS.split(text.strip())]
    except ValueError:
        raise _unusable(name, "Something other than numbers came back") from None
    if len(found) != count or not all(0 <= probability <= 1 for probability in found):
        raise _unusable(name, f"{len(found)} numbers came back for {count} customers, or some are no probabilities,")
    return found
