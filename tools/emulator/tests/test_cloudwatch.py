"""Metrics as a page asks for them: percentiles, and only of the metric that was named."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

pytestmark = pytest.mark.patch("cloudwatch")

START = datetime(2026, 1, 1, 12, tzinfo=UTC)


def put(aws: Any, namespace: str, name: str, values: list[float], minute: int = 0) -> None:
    data = [
        {
            "MetricName": name,
            "Dimensions": [{"Name": "ApiName", "Value": "audio"}],
            "Timestamp": START + timedelta(minutes=minute, seconds=index % 60),
            "Value": value,
        }
        for index, value in enumerate(values)
    ]
    aws("cloudwatch").put_metric_data(Namespace=namespace, MetricData=data)


def ask(aws: Any, name: str, stat: str, namespace: str = "AWS/ApiGateway") -> dict[str, Any]:
    metric = {
        "Namespace": namespace,
        "MetricName": name,
        "Dimensions": [{"Name": "ApiName", "Value": "audio"}],
    }
    query = {"Id": "q0", "MetricStat": {"Metric": metric, "Period": 60, "Stat": stat}}
    answer = aws("cloudwatch").get_metric_data(
        MetricDataQueries=[query], StartTime=START, EndTime=START + timedelta(hours=3), ScanBy="TimestampAscending"
    )
    return answer["MetricDataResults"][0]


@pytest.mark.parametrize(("stat", "expected"), [("p50", 10), ("p95", 19), ("p99.5", 20), ("p100", 20)])
def test_a_percentile_is_one_of_the_values(aws: Any, stat: str, expected: float) -> None:
    put(aws, "AWS/ApiGateway", "Latency", [float(value) for value in range(1, 21)])
    assert ask(aws, "Latency", stat)["Values"] == [expected]


def test_metrics_of_another_namespace_do_not_count(aws: Any) -> None:
    put(aws, "AWS/ApiGateway", "Count", [1, 1], minute=1)
    put(aws, "Ours", "Count", [10], minute=1)
    assert ask(aws, "Count", "Sum")["Values"] == [2]
