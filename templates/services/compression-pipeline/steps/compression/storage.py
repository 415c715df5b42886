"""What the steps need of the world outside. AWS answers in a container, a folder on a laptop."""

from __future__ import annotations

from typing import Any, Protocol

from compression.order import Step


class Storage(Protocol):
    """Objects of the run's bucket, and the job's record. Failures are StepErrors."""

    def read(self, key: str) -> bytes | None:
        """The object's content; None when there is no such object."""

    def read_uri(self, uri: str) -> bytes:
        """The object at s3://bucket/key."""

    def write(self, key: str, content: bytes, content_type: str) -> None: ...

    def begin(self, step: Step) -> None:
        """Record that the step runs; what an earlier attempt failed of no longer holds."""

    def report(self) -> dict[str, Any]:
        """The metrics document so far; empty when there is none."""

    def save_report(self, report: dict[str, Any]) -> None: ...

    def save_artifact(self, key: str) -> None:
        """Record which object is the run's result."""

    def fail(self, problem: dict[str, str]) -> None:
        """Record why the step failed."""
