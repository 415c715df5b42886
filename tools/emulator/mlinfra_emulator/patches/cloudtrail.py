"""CloudTrail: trails named by ARN, and selectors that are reported."""

from typing import Any

from moto.cloudtrail.models import CloudTrailBackend, Trail

from .rebinding import replace_method, wrap_method


def apply() -> None:
    replace_method(CloudTrailBackend, "start_logging", start_logging)
    replace_method(CloudTrailBackend, "stop_logging", stop_logging)
    replace_method(CloudTrailBackend, "delete_trail", delete_trail)
    wrap_method(Trail, "description", _with_selectors)


def start_logging(self: CloudTrailBackend, name: str) -> None:
    self.get_trail(name).start_logging()


def stop_logging(self: CloudTrailBackend, name: str) -> None:
    self.get_trail(name).stop_logging()


def delete_trail(self: CloudTrailBackend, name: str) -> None:
    del self.trails[self.get_trail(name).trail_name]


def _with_selectors(original: Any, self: Trail, include_region: bool = False) -> dict[str, Any]:
    return {
        **original(self, include_region),
        "HasCustomEventSelectors": bool(self.event_selectors or self.advanced_event_selectors),
        "HasInsightSelectors": bool(self.insight_selectors),
    }
