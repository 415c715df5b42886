"""SageMaker's runtime: the registered folder answers for a model, and nothing for one that does not exist."""

import json
from typing import Any
from urllib.parse import unquote

from moto.sagemaker.models import sagemaker_backends
from moto.sagemakerruntime.responses import SageMakerRuntimeResponse

from ..functions.invocation import HandlerFailed, invoke_model
from ..functions.registrations import MODELS
from .rebinding import wrap_method


def apply() -> None:
    wrap_method(SageMakerRuntimeResponse, "invoke_endpoint", _invoke_endpoint)


def _invoke_endpoint(original: Any, self: SageMakerRuntimeResponse) -> Any:
    account, region = self.current_account, self.region
    # moto takes the name for a field of the body, which belongs to the model.
    name = unquote(self.path.split("/")[2])
    backend = sagemaker_backends[account][region]
    endpoint = backend.endpoints.get(name)
    if endpoint is None:
        return _error(400, "ValidationError", {"Message": f"Endpoint {name} of account {account} not found."})
    handler = MODELS.find(name)
    if handler is None:
        if self.sagemakerruntime_backend.results_queue:
            return original(self)
        return _failed(
            name,
            501,
            "The emulator does not run models. Register a folder for the endpoint with PUT /mlinfra-emulator/models, "
            "or queue an answer with POST /moto-api/static/sagemaker/endpoint-results.",
        )
    content_type = self.headers.get("Content-Type") or "application/octet-stream"
    data = self.body.encode() if isinstance(self.body, str) else self.body
    try:
        body, answer_type = invoke_model(
            handler, account=account, region=region, role=_role(backend, endpoint), body=data, content_type=content_type
        )
    except HandlerFailed as failure:
        return _failed(name, 500, f"{failure.error['errorType']}: {failure}")
    variants = endpoint.production_variants or [{}]
    return 200, {"Content-Type": answer_type, "x-Amzn-Invoked-Production-Variant": _variant(variants[0])}, body


def _variant(variant: Any) -> str:
    return str(variant.get("VariantName", ""))


def _role(backend: Any, endpoint: Any) -> str:
    """The role of the first variant's model, as SageMaker gives it to the container."""
    config = backend.endpoint_configs[endpoint.endpoint_config_name]
    model = backend._models.get(config.production_variants[0].get("ModelName"))
    return str(model.execution_role_arn) if model else f"arn:aws:iam::{backend.account_id}:role/model"


def _failed(name: str, status: int, message: str) -> Any:
    told = f"Received server error ({status}) from primary with message \"{message}\"."
    return _error(
        424, "ModelError", {"Message": told, "OriginalStatusCode": status, "OriginalMessage": message, "LogStreamArn": ""}
    )


def _error(status: int, kind: str, body: dict[str, Any]) -> Any:
    # moto sends the status that stands among the headers.
    return status, {"status": status, "x-amzn-ErrorType": kind, "Content-Type": "application/json"}, json.dumps(body)
