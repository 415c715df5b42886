"""Lambda: provisioned concurrency of a version or an alias, which moto has no route for."""

import json
from typing import Any

from moto.awslambda import urls
from moto.awslambda.exceptions import InvalidParameterValueException, LambdaClientError
from moto.awslambda.models import LambdaBackend
from moto.awslambda.responses import LambdaResponse
from moto.core.utils import iso_8601_datetime_with_milliseconds

from .backend_state import backend_state
from .rebinding import add_method, wrap_method

PATH = r"{0}/(?P<api_version>[^/]+)/functions/(?P<function_name>[\w_:%-]+)/provisioned-concurrency/?$"


class ConfigNotFound(LambdaClientError):
    code = 404

    def __init__(self) -> None:
        super().__init__(
            "ProvisionedConcurrencyConfigNotFoundException",
            "No Provisioned Concurrency Config found for this function",
        )


def apply() -> None:
    add_method(LambdaResponse, put_provisioned_concurrency_config)
    add_method(LambdaResponse, get_provisioned_concurrency_config)
    add_method(LambdaResponse, delete_provisioned_concurrency_config)
    wrap_method(LambdaBackend, "delete_function", _delete_function)
    urls.url_paths[PATH] = LambdaResponse.dispatch


def put_provisioned_concurrency_config(self: LambdaResponse) -> Any:
    key = _key(self)
    count = json.loads(self.body)["ProvisionedConcurrentExecutions"]
    config = {
        "RequestedProvisionedConcurrentExecutions": count,
        "AvailableProvisionedConcurrentExecutions": count,
        "AllocatedProvisionedConcurrentExecutions": count,
        "Status": "READY",
        "LastModified": iso_8601_datetime_with_milliseconds(),
    }
    _configs(self.backend)[key] = config
    return 202, {"status": 202}, json.dumps(config)


def get_provisioned_concurrency_config(self: LambdaResponse) -> Any:
    """Also answers the listing, whose address differs only in its query string."""
    if "List" in self.querystring:
        return _list(self)
    config = _configs(self.backend).get(_key(self))
    if config is None:
        raise ConfigNotFound
    return 200, {}, json.dumps(config)


def delete_provisioned_concurrency_config(self: LambdaResponse) -> Any:
    if _configs(self.backend).pop(_key(self), None) is None:
        raise ConfigNotFound
    return 204, {"status": 204}, ""


def _list(self: LambdaResponse) -> Any:
    function = self.backend.get_function(_function_name(self))
    found = [
        {**config, "FunctionArn": f"{_unqualified(function)}:{qualifier}"}
        for (name, qualifier), config in _configs(self.backend).items()
        if name == function.function_name
    ]
    return 200, {}, json.dumps({"ProvisionedConcurrencyConfigs": found})


def _delete_function(original: Any, self: LambdaBackend, function_name: str, qualifier: str | None = None) -> None:
    name = self.get_function(function_name).function_name
    original(self, function_name, qualifier)
    configs = _configs(self)
    for key in [key for key in configs if key[0] == name and qualifier in (None, key[1])]:
        del configs[key]


def _key(self: LambdaResponse) -> tuple[str, str]:
    qualifier = self.querystring["Qualifier"][0]
    if qualifier == "$LATEST":
        raise InvalidParameterValueException(
            "Provisioned Concurrency Configs cannot be applied to unpublished function versions."
        )
    function = self.backend.get_function(_function_name(self), qualifier)  # raises ResourceNotFoundException
    return function.function_name, qualifier


def _function_name(self: LambdaResponse) -> str:
    return self.path.split("/functions/", 1)[1].split("/", 1)[0]


def _unqualified(function: Any) -> str:
    return ":".join(function.function_arn.split(":")[:7])


def _configs(backend: LambdaBackend) -> dict[tuple[str, str], dict[str, Any]]:
    return backend_state(backend, "provisioned_concurrency", dict)
