"""Structured logs: one JSON object a line on stdout, which the log driver passes on."""

from __future__ import annotations

import json
import sys
import time
from typing import Any


def log(message: str, level: str = "INFO", **fields: Any) -> None:
    """Writes time (UTC), level, message and the fields, at once: a task may be stopped at any moment."""
    sys.stdout.write(line(message, level, **fields))
    sys.stdout.flush()


def line(message: str, level: str = "INFO", **fields: Any) -> str:
    now = time.time()
    seconds = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now))
    entry = {"time": f"{seconds}.{int(now * 1000) % 1000:03d}Z", "level": level, "message": message, **fields}
    return json.dumps(entry, default=str) + "\n"
