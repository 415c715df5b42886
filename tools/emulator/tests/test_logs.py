"""Log events in pages, within their times and of the streams asked for."""

import time
from typing import Any

import pytest

patched = pytest.mark.patch("logs")
GROUP = "/ecs/pipeline"


def write(aws: Any) -> tuple[Any, int]:
    """Six events in one stream, a millisecond apart, and two in another in between; gives the time of the first."""
    logs, first = aws("logs"), int(time.time() * 1000) - 1000
    logs.create_log_group(logGroupName=GROUP)
    for stream, start, count in (("prune/a", 0, 6), ("quantize/b", 2, 2)):
        logs.create_log_stream(logGroupName=GROUP, logStreamName=stream)
        events = [{"timestamp": first + start + n, "message": f"{stream[-1]}{start + n}"} for n in range(count)]
        logs.put_log_events(logGroupName=GROUP, logStreamName=stream, logEvents=events)
    return logs, first


def messages(answer: dict[str, Any]) -> list[str]:
    return [event["message"] for event in answer["events"]]


def test_b4_a_stream_is_read_forwards_until_nothing_is_new(aws: Any) -> None:
    logs, first = write(aws)
    stream = {"logGroupName": GROUP, "logStreamName": "prune/a", "startFromHead": True}
    page = logs.get_log_events(**stream, limit=4)
    assert messages(page) == ["a0", "a1", "a2", "a3"]
    page = logs.get_log_events(**stream, limit=4, nextToken=page["nextForwardToken"])
    assert messages(page) == ["a4", "a5"]
    end = logs.get_log_events(**stream, nextToken=page["nextForwardToken"])
    assert (messages(end), end["nextForwardToken"]) == ([], page["nextForwardToken"])
    late = [{"timestamp": first + 500, "message": "late"}]
    logs.put_log_events(logGroupName=GROUP, logStreamName="prune/a", logEvents=late)
    assert messages(logs.get_log_events(**stream, nextToken=end["nextForwardToken"])) == ["late"]


def test_b4_a_stream_is_read_backwards_from_its_end(aws: Any) -> None:
    logs, _ = write(aws)
    stream = {"logGroupName": GROUP, "logStreamName": "prune/a", "limit": 2}
    page = logs.get_log_events(**stream)
    assert messages(page) == ["a4", "a5"]
    assert messages(logs.get_log_events(**stream, nextToken=page["nextBackwardToken"])) == ["a2", "a3"]


@patched
def test_b4_the_end_time_of_a_stream_is_left_out(aws: Any) -> None:
    logs, first = write(aws)
    times = {"startTime": first + 1, "endTime": first + 3}
    found = logs.get_log_events(logGroupName=GROUP, logStreamName="prune/a", startFromHead=True, **times)
    assert messages(found) == ["a1", "a2"]


@patched
def test_b4_streams_are_filtered_in_the_order_of_their_times(aws: Any) -> None:
    logs, first = write(aws)
    times = {"startTime": first + 1, "endTime": first + 3}
    page = logs.filter_log_events(logGroupName=GROUP, limit=3, **times)
    assert messages(page) == ["a1", "a2", "b2"]
    page = logs.filter_log_events(logGroupName=GROUP, limit=3, nextToken=page["nextToken"], **times)
    assert (messages(page), "nextToken" in page) == (["a3", "b3"], False)


@patched
@pytest.mark.parametrize(("prefix", "found"), [("quantize/", ["b2", "b3"]), ("evaluate/", [])])
def test_b4_streams_are_chosen_by_the_beginning_of_their_names(aws: Any, prefix: str, found: list[str]) -> None:
    logs, _ = write(aws)
    assert messages(logs.filter_log_events(logGroupName=GROUP, logStreamNamePrefix=prefix)) == found
