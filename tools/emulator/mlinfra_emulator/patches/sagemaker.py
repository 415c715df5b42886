"""SageMaker: endpoints that can be updated, and no blocks that nobody wrote."""

from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.sagemaker.models import FakeEndpointConfig
from moto.sagemaker.responses import SageMakerResponse

from .rebinding import add_method, wrap_method


def apply() -> None:
    wrap_method(SageMakerResponse, "describe_model", _without_empty("VpcConfig"))
    wrap_method(SageMakerResponse, "describe_endpoint_config", _without_empty("DataCaptureConfig"))
    wrap_method(FakeEndpointConfig, "__init__", _arn_is_text)
    add_method(SageMakerResponse, update_endpoint)


def _without_empty(field: str) -> Any:
    """An empty block reads as one that was removed, for which Terraform replaces the resource."""

    def described(original: Any, self: SageMakerResponse) -> ActionResult:
        found = original(self).result
        return ActionResult({key: value for key, value in found.items() if key != field or value})

    return described


def _arn_is_text(original: Any, self: FakeEndpointConfig, *args: Any, **kwargs: Any) -> None:
    """moto stores a tuple, which broke every GetResources of the account."""
    original(self, *args, **kwargs)
    self.arn = self.endpoint_config_arn


def update_endpoint(self: SageMakerResponse) -> ActionResult:
    backend = self.sagemaker_backend
    name, config_name = self._get_param("EndpointName"), self._get_param("EndpointConfigName")
    backend.describe_endpoint(name)  # raises ValidationException
    config = backend.describe_endpoint_config(config_name)
    endpoint = backend.endpoints[name]
    endpoint.endpoint_config_name = config_name
    endpoint.production_variants = endpoint._process_production_variants(config["ProductionVariants"])
    endpoint.data_capture_config = config["DataCaptureConfig"]
    endpoint.last_modified_time = utcnow()
    return ActionResult({"EndpointArn": endpoint.arn})
