"""moto's own application, which says what it does not have."""

from typing import Any
from wsgiref.types import WSGIApplication

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app


def aws_application() -> WSGIApplication:
    """Raises NotImplementedError for a service or an operation that moto lacks."""
    return DomainDispatcherApplication(_service_application)


def _service_application(service: Any) -> Any:
    # moto looks up the service None, and fails over that instead of saying that there is no such service.
    if service is None:
        raise NotImplementedError("moto does not have this service")
    return create_backend_app(service)
