"""CloudFront: distributions read back as written, under an ARN of the right shape."""

from typing import Any

from moto.cloudfront.models import DefaultCacheBehaviour, Distribution, Origin, ViewerCertificate

from .rebinding import wrap_method


def apply() -> None:
    wrap_method(Origin, "__init__", _keep_access_control)
    wrap_method(DefaultCacheBehaviour, "__init__", _no_invented_forwarding)
    wrap_method(ViewerCertificate, "__init__", _no_invented_ssl_method)
    wrap_method(Distribution, "__init__", _well_formed_arn)


def _keep_access_control(original: Any, self: Origin, origin: dict[str, Any]) -> None:
    original(self, origin)
    self.origin_access_control_id = origin.get("OriginAccessControlId")


def _no_invented_forwarding(original: Any, self: DefaultCacheBehaviour, config: dict[str, Any]) -> None:
    original(self, config)
    if not config.get("ForwardedValues") or config.get("CachePolicyId"):
        self.forwarded_values = None


def _no_invented_ssl_method(original: Any, self: ViewerCertificate, config: dict[str, Any]) -> None:
    original(self, config)
    if not config.get("SSLSupportMethod"):
        self.ssl_support_method = None


def _well_formed_arn(
    original: Any, self: Distribution, account_id: str, region_name: str, config: dict[str, Any]
) -> None:
    """CloudFront is global: an empty region stands between its name and the account."""
    original(self, account_id, region_name, config)
    self.arn = self.arn.replace(f":cloudfront:{account_id}:", f":cloudfront::{account_id}:")
