"""Cost Explorer: a forecast that continues the costs a test has set."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from moto.ce.responses import CostExplorerResponse
from moto.core.exceptions import JsonRESTError

from .rebinding import add_method

# GetCostForecast and GetCostAndUsage spell the same metrics differently.
METRICS = {
    "AMORTIZED_COST": "AmortizedCost",
    "BLENDED_COST": "BlendedCost",
    "NET_AMORTIZED_COST": "NetAmortizedCost",
    "NET_UNBLENDED_COST": "NetUnblendedCost",
    "UNBLENDED_COST": "UnblendedCost",
    "USAGE_QUANTITY": "UsageQuantity",
    "NORMALIZED_USAGE_AMOUNT": "NormalizedUsageAmount",
}


@dataclass(frozen=True)
class Rate:
    per_day: Decimal
    unit: str


def apply() -> None:
    add_method(CostExplorerResponse, get_cost_forecast)


def get_cost_forecast(self: CostExplorerResponse) -> str:
    """
    The mean cost of a day in the newest preset that has the metric, for each day asked for.
    Without such a preset the answer is AWS's own for an account without a history.
    """
    metric = METRICS[self._get_param("Metric")]
    backend = self.ce_backend
    presets = [*backend.cost_usage_results.values(), *backend.cost_usage_results_queue]
    rate = next((found for preset in reversed(presets) if (found := _rate(preset, metric))), None)
    if rate is None:
        raise JsonRESTError("DataUnavailableException", "Insufficient amount of historical data to generate forecast")
    asked = self._get_param("TimePeriod")
    periods = _periods(
        date.fromisoformat(asked["Start"]), date.fromisoformat(asked["End"]), self._get_param("Granularity")
    )
    days = sum((end - start).days for start, end in periods)
    by_time = [
        {
            "TimePeriod": {"Start": start.isoformat(), "End": end.isoformat()},
            "MeanValue": str(rate.per_day * (end - start).days),
        }
        for start, end in periods
    ]
    total = {"Amount": str(rate.per_day * days), "Unit": rate.unit}
    return json.dumps({"Total": total, "ForecastResultsByTime": by_time})


def _rate(preset: dict[str, Any], metric: str) -> Rate | None:
    amount, days, unit = Decimal(0), 0, ""
    for result in preset.get("ResultsByTime", []):
        values = [result.get("Total") or {}, *(group.get("Metrics") or {} for group in result.get("Groups", []))]
        found = [value[metric] for value in values if metric in value]
        if found:
            amount += sum(Decimal(value["Amount"]) for value in found)
            unit = found[0]["Unit"]
            period = result["TimePeriod"]
            days += (date.fromisoformat(period["End"][:10]) - date.fromisoformat(period["Start"][:10])).days
    return Rate(amount / days, unit) if days else None


def _periods(start: date, end: date, granularity: str) -> list[tuple[date, date]]:
    """Days, or the parts of calendar months, between two dates; the end is not included."""
    periods = []
    while start < end:
        following = start + timedelta(days=1) if granularity == "DAILY" else _next_month(start)
        periods.append((start, min(following, end)))
        start = following
    return periods


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
