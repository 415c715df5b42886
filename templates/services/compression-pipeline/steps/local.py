"""The whole chain on this machine, without AWS: python3 local.py --input input.json [--folder runs]

The input is the same as for a run in AWS; models are read from builtin://digits or from a file
below the folder: s3://local/uploads/model.npz is <folder>/uploads/model.npz.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import uuid
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from compression.contract import InputError, checked_input  # noqa: E402
from compression.errors import StepError  # noqa: E402
from compression.order import STEPS, Step, starts_at  # noqa: E402
from compression.step import run_step  # noqa: E402
from compression.techniques import Job  # noqa: E402


class FolderStorage:
    """Objects are files; the job's record is the file job.json of the run."""

    def __init__(self, folder: Path, job_id: str) -> None:
        self._folder = folder
        self._record = f"runs/{job_id}/job.json"

    def read(self, key: str) -> bytes | None:
        path = self._folder / key
        return path.read_bytes() if path.is_file() else None

    def read_uri(self, uri: str) -> bytes:
        key = uri.removeprefix("s3://").partition("/")[2]
        content = None if ".." in key.split("/") else self.read(key)
        if content is None:
            raise StepError("model_missing", f"{uri} is not there.", f"Put the model at {self._folder / key}.")
        return content

    def write(self, key: str, content: bytes, content_type: str) -> None:
        path = self._folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def begin(self, step: Step) -> None:
        self._change(step=step)

    def report(self) -> dict[str, Any]:
        return self._read_record().get("metrics", {})

    def save_report(self, report: dict[str, Any]) -> None:
        self._change(metrics=report)

    def save_artifact(self, key: str) -> None:
        self._change(artifact_key=key)

    def fail(self, problem: dict[str, str]) -> None:
        self._change(**problem)

    def _read_record(self) -> dict[str, Any]:
        return json.loads(self.read(self._record) or "{}")

    def _change(self, **fields: Any) -> None:
        self.write(self._record, json.dumps(self._read_record() | fields, indent=2).encode(), "application/json")


def run(value: Any, folder: Path, job_id: str) -> dict[str, Any]:
    """Runs the steps as the state machine would and returns the report."""
    run_input = checked_input(value)
    job = Job(job_id, run_input, FolderStorage(folder, job_id))
    report: dict[str, Any] = {}
    for step in STEPS[STEPS.index(starts_at(run_input)) :]:
        if step != "distill" or run_input["distill"]["enabled"]:
            report = run_step(step, job)
    return report


def main() -> int:
    """Exit code: 0 accepted by the gate, 1 rejected, 2 not run to the end."""
    parser = argparse.ArgumentParser(description="Run the compression pipeline on this machine.")
    parser.add_argument("--input", type=Path, required=True, help="JSON file with the run's input")
    parser.add_argument("--folder", type=Path, default=Path("local-runs"), help="where models and metrics go")
    parser.add_argument("--name", default=f"local-{uuid.uuid4().hex[:8]}", help="name of the run")
    options = parser.parse_args()
    try:
        report = run(json.loads(options.input.read_text("utf-8")), options.folder, options.name)
    except (OSError, ValueError) as error:
        print(f"{options.input} cannot be read as JSON: {error}", file=sys.stderr)
        return 2
    except InputError as error:
        print(f"{options.input}: {error.message}", file=sys.stderr)
        return 2
    except StepError as error:
        print(f"{error.message} {error.next}", file=sys.stderr)
        return 2
    print(f"{'step':10} {'bytes':>8} {'ms/batch':>9} {'accuracy':>9}")
    for known in report["steps"]:
        print(f"{known['step']:10} {known['size_bytes']:8} {known['latency_ms']:9.4f} {known['accuracy']:9.4f}")
    gate = report["gate"]
    print("gate: passed" if gate["passed"] else f"gate: rejected, {'; '.join(gate['reasons'])}")
    print(f"files: {options.folder / 'runs' / options.name}")
    return 0 if gate["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
