"""RDS: Performance Insights and enhanced monitoring kept, and parameters that say who set them."""

from typing import Any

from moto.core.responses import ActionResult
from moto.rds.models import DBInstance
from moto.rds.responses import RDSResponse

from .rebinding import wrap_method

INSIGHTS = "enable_performance_insights"
KEPT = ("monitoring_interval", "monitoring_role_arn", "performance_insights_kms_key_id")


def apply() -> None:
    wrap_method(DBInstance, "__init__", _keep_insights)
    wrap_method(DBInstance, "update", _update_insights)
    wrap_method(RDSResponse, "describe_db_parameters", _set_by_user)


def _keep_insights(original: Any, self: DBInstance, *args: Any, **kwargs: Any) -> None:
    wanted = bool(kwargs.get(INSIGHTS))
    original(self, *args, **kwargs)
    self.performance_insights_enabled = wanted
    _keep(self, kwargs)


def _update_insights(original: Any, self: DBInstance, **kwargs: Any) -> None:
    if INSIGHTS in kwargs:
        self.performance_insights_enabled = bool(kwargs[INSIGHTS])
    original(self, **kwargs)
    _keep(self, kwargs)


def _keep(self: DBInstance, given: dict[str, Any]) -> None:
    for name in KEPT:
        if given.get(name) is not None:
            setattr(self, name, given[name])


def _set_by_user(original: Any, self: RDSResponse) -> ActionResult:
    """moto knows only parameters that were set, all of them by the user, and does not say so."""
    found = original(self).result["Parameters"]
    asked = self.params.get("Source")
    described = [{**parameter, "Source": "user", "IsModifiable": True} for parameter in found]
    return ActionResult({"Parameters": described if asked in (None, "user") else []})
