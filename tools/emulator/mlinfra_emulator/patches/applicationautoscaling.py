"""Application Auto Scaling: tags of scalable targets."""

import json
from typing import Any

from moto.applicationautoscaling.models import FakeScalableTarget
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.core.exceptions import JsonRESTError

from .rebinding import add_method, wrap_method


def apply() -> None:
    wrap_method(FakeScalableTarget, "__init__", _without_tags)
    wrap_method(ApplicationAutoScalingResponse, "register_scalable_target", _keep_tags)
    for method in (list_tags_for_resource, tag_resource, untag_resource):
        add_method(ApplicationAutoScalingResponse, method)


def _without_tags(original: Any, self: FakeScalableTarget, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    self.tags = {}


def _keep_tags(original: Any, self: ApplicationAutoScalingResponse) -> str:
    answer = original(self)
    tags = self._get_param("Tags")
    if tags:
        _target(self, json.loads(answer)["ScalableTargetARN"]).tags = dict(tags)
    return answer


def list_tags_for_resource(self: ApplicationAutoScalingResponse) -> str:
    return json.dumps({"Tags": _named(self).tags})


def tag_resource(self: ApplicationAutoScalingResponse) -> str:
    target = _named(self)
    target.tags = {**target.tags, **self._get_param("Tags")}
    return "{}"


def untag_resource(self: ApplicationAutoScalingResponse) -> str:
    target, keys = _named(self), self._get_param("TagKeys")
    target.tags = {key: value for key, value in target.tags.items() if key not in keys}
    return "{}"


def _named(self: ApplicationAutoScalingResponse) -> Any:
    return _target(self, self._get_param("ResourceARN"))


def _target(self: ApplicationAutoScalingResponse, arn: str) -> Any:
    for targets in self.applicationautoscaling_backend.targets.values():
        for target in targets.values():
            if target.arn == arn:
                return target
    raise JsonRESTError("ResourceNotFoundException", f"The specified resource doesn't exist: {arn}")
