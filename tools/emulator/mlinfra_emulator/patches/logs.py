"""CloudWatch Logs: events within the times asked for, in the order they were written, of the streams asked for."""

from typing import Any

from moto.logs.models import LogGroup, LogStream
from moto.logs.responses import LogsResponse

from .rebinding import wrap_method


def apply() -> None:
    wrap_method(LogStream, "get_log_events", _get_log_events)
    wrap_method(LogGroup, "filter_log_events", _filter_log_events)
    wrap_method(LogsResponse, "filter_log_events", _of_streams_with_prefix)


def _get_log_events(original: Any, self: LogStream, start_time: Any, end_time: Any, *args: Any) -> Any:
    """GetLogEvents leaves out what was written at the end time; FilterLogEvents does not, as moto has it for both."""
    return original(self, start_time, None if end_time is None else end_time - 1, *args)


def _filter_log_events(
    original: Any,
    self: LogGroup,
    group: str,
    streams: Any,
    start: Any,
    end: Any,
    limit: Any,
    token: Any,
    pattern: Any,
    interleaved: bool,
) -> Any:
    """AWS always gives the events of several streams in the order of their times."""
    return original(self, group, streams, start, end, limit, token, pattern, True)


def _of_streams_with_prefix(original: Any, self: LogsResponse) -> str:
    prefix = self._get_param("logStreamNamePrefix")
    group = self.logs_backend.groups.get(self._get_param("logGroupName"))
    if not prefix or not group:
        return original(self)
    # A name that no stream has: no names at all would mean every stream.
    named = [name for name in group.streams if name.startswith(prefix)] or [""]
    given = self._get_param

    def with_names(key: str, *args: Any, **kwargs: Any) -> Any:
        return named if key == "logStreamNames" else given(key, *args, **kwargs)

    self._get_param = with_names
    return original(self)
