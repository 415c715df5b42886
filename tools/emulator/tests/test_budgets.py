"""Budgets as the Terraform provider and the plugin read them."""

from typing import Any

import pytest

from .conftest import ACCOUNT

pytestmark = pytest.mark.patch("budgets")

NOTIFICATION = {"NotificationType": "ACTUAL", "ComparisonOperator": "GREATER_THAN", "Threshold": 80.0}
SUBSCRIBERS = [{"SubscriptionType": "EMAIL", "Address": "ml@example.com"}]


def budget(name: str = "audio-dev", limit: str = "50", **more: Any) -> dict[str, Any]:
    return {
        "BudgetName": name,
        "BudgetType": "COST",
        "TimeUnit": "MONTHLY",
        "BudgetLimit": {"Amount": limit, "Unit": "USD"},
        **more,
    }


def create(aws: Any, name: str = "audio-dev", tags: Any = (), **more: Any) -> Any:
    client = aws("budgets")
    client.create_budget(
        AccountId=ACCOUNT,
        Budget=budget(name, **more),
        NotificationsWithSubscribers=[{"Notification": NOTIFICATION, "Subscribers": SUBSCRIBERS}],
        ResourceTags=list(tags),
    )
    return client


def test_subscribers_of_a_notification_are_listed(aws: Any) -> None:
    client = create(aws)
    asked = {**NOTIFICATION, "ThresholdType": "PERCENTAGE"}
    answer = client.describe_subscribers_for_notification(
        AccountId=ACCOUNT, BudgetName="audio-dev", Notification=asked
    )
    assert answer["Subscribers"] == SUBSCRIBERS


def test_subscribers_of_an_unknown_notification_are_not_found(aws: Any) -> None:
    client = create(aws)
    with pytest.raises(client.exceptions.NotFoundException):
        client.describe_subscribers_for_notification(
            AccountId=ACCOUNT, BudgetName="audio-dev", Notification={**NOTIFICATION, "Threshold": 100.0}
        )


def test_tags_are_kept_changed_and_removed(aws: Any) -> None:
    client = create(aws, tags=[{"Key": "mlinfra:team", "Value": "audio"}, {"Key": "old", "Value": "1"}])
    arn = f"arn:aws:budgets::{ACCOUNT}:budget/audio-dev"
    client.tag_resource(ResourceARN=arn, ResourceTags=[{"Key": "mlinfra:team", "Value": "speech"}])
    client.untag_resource(ResourceARN=arn, ResourceTagKeys=["old"])
    tags = client.list_tags_for_resource(ResourceARN=arn)["ResourceTags"]
    assert tags == [{"Key": "mlinfra:team", "Value": "speech"}]


def test_an_update_replaces_the_limit_and_keeps_the_spend(aws: Any) -> None:
    spend = {"ActualSpend": {"Amount": "12.34", "Unit": "USD"}, "ForecastedSpend": {"Amount": "40", "Unit": "USD"}}
    client = create(aws, CalculatedSpend=spend, CostFilters={"Service": ["AWS Lambda"]})
    client.update_budget(AccountId=ACCOUNT, NewBudget=budget(limit="75"))
    found = client.describe_budget(AccountId=ACCOUNT, BudgetName="audio-dev")["Budget"]
    assert found["BudgetLimit"]["Amount"] == "75"
    assert found["CalculatedSpend"] == spend
    assert not found.get("CostFilters")


def test_an_update_of_an_unknown_budget_is_not_found(aws: Any) -> None:
    client = aws("budgets")
    with pytest.raises(client.exceptions.NotFoundException):
        client.update_budget(AccountId=ACCOUNT, NewBudget=budget("nobody"))


def test_budgets_come_in_pages(aws: Any) -> None:
    client = aws("budgets")
    for number in range(5):
        client.create_budget(AccountId=ACCOUNT, Budget=budget(f"b{number}"))
    first = client.describe_budgets(AccountId=ACCOUNT, MaxResults=3)
    second = client.describe_budgets(AccountId=ACCOUNT, MaxResults=3, NextToken=first["NextToken"])
    names = [each["BudgetName"] for page in (first, second) for each in page["Budgets"]]
    assert names == ["b0", "b1", "b2", "b3", "b4"]
    assert "NextToken" not in second


def test_an_invented_token_is_refused(aws: Any) -> None:
    client = create(aws)
    with pytest.raises(client.exceptions.InvalidNextTokenException):
        client.describe_budgets(AccountId=ACCOUNT, NextToken="made-up")


def test_notifications_of_an_unknown_budget_are_not_found(aws: Any) -> None:
    client = aws("budgets")
    with pytest.raises(client.exceptions.NotFoundException):
        client.describe_notifications_for_budget(AccountId=ACCOUNT, BudgetName="nobody")


def test_the_history_is_what_was_spent(aws: Any) -> None:
    spend = {"ActualSpend": {"Amount": "7.5", "Unit": "USD"}, "ForecastedSpend": {"Amount": "20", "Unit": "USD"}}
    client = create(aws, CalculatedSpend=spend)
    history = client.describe_budget_performance_history(AccountId=ACCOUNT, BudgetName="audio-dev")
    (period,) = history["BudgetPerformanceHistory"]["BudgetedAndActualAmountsList"]
    assert period["ActualAmount"]["Amount"] == "7.5"
    assert period["BudgetedAmount"]["Amount"] == "50"


def test_tags_are_thrown_away_with_a_reset(aws: Any, emulator: Any) -> None:
    create(aws, tags=[{"Key": "mlinfra:team", "Value": "audio"}])
    emulator.call("POST", "/moto-api/reset")
    client = create(aws)
    arn = f"arn:aws:budgets::{ACCOUNT}:budget/audio-dev"
    assert client.list_tags_for_resource(ResourceARN=arn)["ResourceTags"] == []
