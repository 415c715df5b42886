"""CloudWatch: percentiles, the right namespace, and answers in the time a page waits."""

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from moto.cloudwatch.models import CloudWatchBackend, MetricAggregatedDatum, MetricDatumBase, Statistics

from .rebinding import wrap_method

PERCENTILE = re.compile(r"p(\d{1,2}(?:\.\d{1,10})?|100)")
Identity = tuple[str, str, tuple[tuple[str, str], ...]]


def apply() -> None:
    wrap_method(CloudWatchBackend, "get_metric_data", _get_metric_data)


def _get_metric_data(
    original: Any,
    self: CloudWatchBackend,
    queries: list[dict[str, Any]],
    start_time: datetime,
    end_time: datetime,
    scan_by: str = "TimestampAscending",
) -> list[dict[str, Any]]:
    """moto has no percentiles, takes dimensions for all of a metric's name, and looks at all data for every period."""
    if start_time >= end_time or any("MetricStat" not in query for query in queries):
        return list(original(self, queries, start_time, end_time, scan_by))
    data: dict[Identity, list[MetricDatumBase]] = defaultdict(list)
    for datum in self.get_all_metrics():
        if start_time <= datum.timestamp < end_time:
            dimensions = tuple(sorted((each.name, each.value) for each in datum.dimensions))
            data[(datum.namespace, datum.name, dimensions)].append(datum)
    return [_answer(query, data, start_time, scan_by) for query in queries if query.get("ReturnData", True)]


def _answer(query: dict[str, Any], data: dict[Identity, list[Any]], start: datetime, scan_by: str) -> dict[str, Any]:
    wanted = query["MetricStat"]
    metric, period, stat = wanted["Metric"], int(wanted["Period"]), wanted["Stat"]
    dimensions = tuple(sorted((each["Name"], each["Value"]) for each in metric.get("Dimensions", [])))
    periods: dict[int, list[Any]] = defaultdict(list)
    for datum in data.get((metric["Namespace"], metric["MetricName"], dimensions), ()):
        if wanted.get("Unit") in (None, datum.unit):
            periods[int((datum.timestamp - start).total_seconds() // period)].append(datum)
    begin = start.timestamp()
    points = [
        (datetime.fromtimestamp(begin + index * period, start.tzinfo), _statistic(stat, periods[index]))
        for index in sorted(periods, reverse=scan_by == "TimestampDescending")
    ]
    return {
        "id": query["Id"],
        "label": query.get("Label") or f"{metric['MetricName']} {stat}",
        "timestamps": [at for at, _ in points],
        "values": [value for _, value in points],
        "status_code": "Complete",
    }


def _statistic(stat: str, data: Sequence[Any]) -> Any:
    percentile = PERCENTILE.fullmatch(stat)
    if percentile:
        return _percentile(float(percentile.group(1)), data)
    statistics = Statistics([stat], data[0].timestamp)
    statistics.metric_data = list(data)
    return statistics.get_statistics_for_type(stat)


def _percentile(percent: float, data: Sequence[Any]) -> float:
    """The nearest rank; of data that was sent as a set of statistics, only the ends are known."""
    values = sorted(
        value
        for datum in data
        for value in ([datum.min, datum.max] if isinstance(datum, MetricAggregatedDatum) else [datum.value])
    )
    return float(values[max(0, math.ceil(percent / 100 * len(values)) - 1)])
