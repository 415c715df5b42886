"""Forecasts that continue the costs that were set, and none without costs."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from .conftest import ACCOUNT

pytestmark = pytest.mark.patch("costexplorer")


def forecast(aws: Any, granularity: str = "MONTHLY") -> dict[str, Any]:
    return aws("ce").get_cost_forecast(
        TimePeriod={"Start": "2026-02-11", "End": "2026-03-03"}, Metric="UNBLENDED_COST", Granularity=granularity
    )


def set_costs(emulator: Any, *days: str) -> None:
    results = [
        {
            "TimePeriod": {"Start": f"2026-02-{index + 1:02}", "End": f"2026-02-{index + 2:02}"},
            "Total": {"UnblendedCost": {"Amount": amount, "Unit": "USD"}},
            "Groups": [],
            "Estimated": True,
        }
        for index, amount in enumerate(days)
    ]
    preset = {"account_id": ACCOUNT, "results": [{"ResultsByTime": results}]}
    emulator.call("POST", "/moto-api/static/ce/cost-and-usage-results", preset)


def test_a_forecast_continues_the_mean_day(aws: Any, emulator: Any) -> None:
    set_costs(emulator, "1.10", "1.20", "1.30")
    found = forecast(aws)
    assert found["Total"] == {"Amount": "24.00", "Unit": "USD"}
    assert [(each["TimePeriod"]["End"], each["MeanValue"]) for each in found["ForecastResultsByTime"]] == [
        ("2026-03-01", "21.60"),
        ("2026-03-03", "2.40"),
    ]


def test_a_daily_forecast_has_each_day(aws: Any, emulator: Any) -> None:
    set_costs(emulator, "2")
    assert len(forecast(aws, "DAILY")["ForecastResultsByTime"]) == 20


def test_there_is_no_forecast_without_a_history(aws: Any) -> None:
    with pytest.raises(ClientError) as refused:
        forecast(aws)
    assert refused.value.response["Error"]["Code"] == "DataUnavailableException"
