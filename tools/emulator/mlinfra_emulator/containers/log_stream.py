"""The log stream that the awslogs driver writes a container's lines to."""

import threading
import time
from typing import Any

from moto.logs.exceptions import ResourceNotFoundException
from moto.logs.models import LogsBackend, logs_backends

from .process import CannotStartContainer

# moto numbers log events without a lock.
_writing = threading.Lock()


class LogStream:
    """Lines go nowhere when the container has no awslogs configuration."""

    def __init__(self, account: str, region: str, container: dict[str, Any], task_id: str) -> None:
        """Raises CannotStartContainer when the log group does not exist, as ECS refuses such a task."""
        configuration = container.get("logConfiguration") or {}
        options = configuration.get("options") or {}
        self._backend: LogsBackend | None = None
        if configuration.get("logDriver") != "awslogs":
            return
        self._group = options.get("awslogs-group", "")
        self._stream = "/".join([options.get("awslogs-stream-prefix", "ecs"), container["name"], task_id])
        backend = logs_backends[account][options.get("awslogs-region", region)]
        if self._group not in backend.groups:
            if options.get("awslogs-create-group") != "true":
                raise CannotStartContainer(
                    "ResourceInitializationError: failed to validate logger args: "
                    f"the log group {self._group} does not exist. Create it, or set awslogs-create-group."
                )
            backend.create_log_group(self._group, {})
        backend.create_log_stream(self._group, self._stream)
        self._backend = backend

    def write(self, line: str) -> None:
        # CloudWatch Logs refuses events without a message.
        if not self._backend or not line:
            return
        event = {"timestamp": int(time.time() * 1000), "message": line}
        try:
            with _writing:
                self._backend.put_log_events(self._group, self._stream, [event])
        except ResourceNotFoundException:
            # The group was deleted under a running task, which goes on without its log.
            self._backend = None
