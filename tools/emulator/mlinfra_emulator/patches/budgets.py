"""Budgets: updates, subscribers, tags, history and pages."""

import json
from typing import Any

from moto.budgets.exceptions import NotFoundException
from moto.budgets.models import Budget, BudgetsBackend
from moto.budgets.responses import BudgetsResponse
from moto.core.exceptions import JsonRESTError
from moto.core.utils import unix_time

from .paging import InvalidToken, take_page
from .rebinding import add_method, replace_method, wrap_method
from .tag_lists import merged, without

DEFAULT_PAGE = 100
# AWS gives a percentage when a notification does not say what its threshold is.
DEFAULT_THRESHOLD_TYPE = "PERCENTAGE"


def apply() -> None:
    wrap_method(Budget, "__init__", _without_tags)
    wrap_method(BudgetsResponse, "create_budget", _keep_tags)
    replace_method(BudgetsResponse, "describe_budgets", describe_budgets)
    replace_method(BudgetsResponse, "describe_notifications_for_budget", describe_notifications_for_budget)
    for method in (
        update_budget,
        describe_subscribers_for_notification,
        describe_budget_performance_history,
        list_tags_for_resource,
        tag_resource,
        untag_resource,
    ):
        add_method(BudgetsResponse, method)


def _without_tags(original: Any, self: Budget, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    self.tags = []


def _keep_tags(original: Any, self: BudgetsResponse) -> str:
    answer = original(self)
    name = self._get_param("Budget")["BudgetName"]
    self.backend.budgets[self._get_param("AccountId")][name].tags = self._get_param("ResourceTags") or []
    return answer


def describe_budgets(self: BudgetsResponse) -> str:
    account = self._get_param("AccountId")
    budgets = list(self.backend.describe_budgets(account))
    page, token = _page(self, budgets, ["budgets", account])
    return _answer(Budgets=page, NextToken=token)


def describe_notifications_for_budget(self: BudgetsResponse) -> str:
    budget = _budget(self)
    page, token = _page(self, list(budget.get_notifications()), ["notifications", budget.budget["BudgetName"]])
    return _answer(Notifications=page, NextToken=token)


def describe_subscribers_for_notification(self: BudgetsResponse) -> str:
    asked = self._get_param("Notification")
    found = [each for each in _budget(self).notifications if _same_notification(each.details, asked)]
    if not found:
        raise NotFoundException("Unable to get subscribers - the notification doesn't exist.")
    page, token = _page(self, list(found[0].subscribers), ["subscribers", asked])
    return _answer(Subscribers=page, NextToken=token)


def update_budget(self: BudgetsResponse) -> str:
    """The new budget replaces the old one, save for what AWS computes and for the period when none is given."""
    new = self._get_param("NewBudget")
    budget = _budget(self, new["BudgetName"])
    kept = {key: budget.budget[key] for key in ("CalculatedSpend", "TimePeriod") if key in budget.budget}
    budget.budget = {**kept, **new, "LastUpdatedTime": unix_time()}
    return "{}"


def describe_budget_performance_history(self: BudgetsResponse) -> str:
    """One period, the running one: the emulator keeps no spend of the past."""
    budget = _budget(self).to_dict()
    amounts = {
        "BudgetedAmount": budget.get("BudgetLimit"),
        "ActualAmount": budget["CalculatedSpend"]["ActualSpend"],
        "TimePeriod": budget["TimePeriod"],
    }
    history = {key: budget[key] for key in ("BudgetName", "BudgetType", "CostFilters", "TimeUnit") if key in budget}
    return json.dumps({"BudgetPerformanceHistory": {**history, "BudgetedAndActualAmountsList": [amounts]}})


def list_tags_for_resource(self: BudgetsResponse) -> str:
    return json.dumps({"ResourceTags": _tagged(self).tags})


def tag_resource(self: BudgetsResponse) -> str:
    budget = _tagged(self)
    budget.tags = merged(budget.tags, self._get_param("ResourceTags"))
    return "{}"


def untag_resource(self: BudgetsResponse) -> str:
    budget = _tagged(self)
    budget.tags = without(budget.tags, self._get_param("ResourceTagKeys"))
    return "{}"


def _tagged(self: BudgetsResponse) -> Any:
    account, resource = self._get_param("ResourceARN").split(":", 5)[4:6]
    return _find(self.backend, account, resource.removeprefix("budget/"))


def _budget(self: BudgetsResponse, name: str | None = None) -> Any:
    return _find(self.backend, self._get_param("AccountId"), name or self._get_param("BudgetName"))


def _find(backend: BudgetsBackend, account: str, name: str) -> Any:
    backend.describe_budget(account, name)  # raises NotFoundException
    return backend.budgets[account][name]


def _same_notification(one: dict[str, Any], other: dict[str, Any]) -> bool:
    keys = ("NotificationType", "ComparisonOperator", "Threshold")
    types = (notification.get("ThresholdType", DEFAULT_THRESHOLD_TYPE) for notification in (one, other))
    return all(one.get(key) == other.get(key) for key in keys) and len(set(types)) == 1


def _page(self: BudgetsResponse, items: list[Any], query: Any) -> tuple[list[Any], str | None]:
    try:
        return take_page(items, self._get_param("MaxResults") or DEFAULT_PAGE, self._get_param("NextToken"), query)
    except InvalidToken as error:
        raise JsonRESTError("InvalidNextTokenException", "The pagination token is invalid.") from error


def _answer(**fields: Any) -> str:
    return json.dumps({key: value for key, value in fields.items() if value is not None})
