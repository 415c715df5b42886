"""CloudTrail: trails named by ARN, lists of some of them, and selectors that are reported."""

import json
from typing import Any

from moto.cloudtrail.models import CloudTrailBackend, Trail

from moto.cloudtrail.responses import CloudTrailResponse

from .rebinding import replace_method, wrap_method


def apply() -> None:
    replace_method(CloudTrailBackend, "start_logging", start_logging)
    replace_method(CloudTrailBackend, "stop_logging", stop_logging)
    replace_method(CloudTrailBackend, "delete_trail", delete_trail)
    wrap_method(Trail, "description", _with_selectors)
    wrap_method(CloudTrailResponse, "describe_trails", _describe_named)


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


def _describe_named(original: Any, self: CloudTrailResponse) -> str:
    """Only the trails that are asked for, by name or ARN; one that does not exist is left out."""
    described = json.loads(original(self))
    named = self._get_param("trailNameList")
    if named:
        described["trailList"] = [
            trail for trail in described["trailList"] if trail["Name"] in named or trail["TrailARN"] in named
        ]
    return json.dumps(described)
