"""EC2 Auto Scaling: policies are enabled, and predictive only when they were made so."""

from typing import Any

from moto.autoscaling.models import FakeScalingPolicy

from .rebinding import wrap_method


def apply() -> None:
    wrap_method(FakeScalingPolicy, "__init__", _enabled)


def _enabled(original: Any, self: FakeScalingPolicy, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    self.enabled = True
    self.predictive_scaling_configuration = self.predictive_scaling_configuration or None
