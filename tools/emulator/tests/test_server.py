"""The server starts, says so, refuses in words, and ends with whoever started it."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
from pathlib import Path
from typing import Any

import pytest

from .conftest import HERE, PATIENCE, start_emulator


def ready(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    line = json.loads(process.stdout.readline())
    assert line["event"] == "ready"
    return line["endpoint"]


def test_health_names_the_patches(emulator: Any) -> None:
    health = emulator.call("GET", "/mlinfra-emulator/health")
    assert (health["status"], health["moto"]) == ("ok", "5.2.1")
    assert {"budgets", "apigateway", "stepfunctions"} <= set(health["patches"])


def test_an_unknown_route_lists_those_there_are(emulator: Any) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        emulator.call("GET", "/mlinfra-emulator/nowhere")
    assert refused.value.code == 404
    assert "GET health" in json.loads(refused.value.read())["error"]


@pytest.mark.parametrize(
    ("service", "method", "said"),
    [
        ("health", "describe_events", "The emulator does not have health:DescribeEvents"),
        ("cloudtrail", "lookup_events", "The emulator does not have cloudtrail:LookupEvents"),
    ],
)
def test_what_is_missing_says_so_and_stands_in_the_log(
    emulator: Any, aws: Any, service: str, method: str, said: str
) -> None:
    before = len(emulator.log.read_text())
    client = aws(service)
    with pytest.raises(client.exceptions.ClientError) as failed:
        getattr(client, method)()
    logged = emulator.log.read_text()[before:]
    assert said in failed.value.response["Error"]["Message"]
    assert logged.count("status=500") == 1
    assert "NotImplementedError" in logged


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_on_a_signal(tmp_path: Path, number: int) -> None:
    process = start_emulator(tmp_path / "log")
    ready(process)
    process.send_signal(number)
    assert process.wait(timeout=PATIENCE) == 0


def test_it_ends_when_standard_input_is_closed(tmp_path: Path) -> None:
    process = start_emulator(tmp_path / "log", "--watch-stdin")
    ready(process)
    assert process.poll() is None
    assert process.stdin
    process.stdin.close()
    assert process.wait(timeout=PATIENCE) == 0


def test_it_ends_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    process = start_emulator(tmp_path / "log", "--parent-pid", str(parent.pid))
    ready(process)
    parent.kill()
    parent.wait()
    assert process.wait(timeout=PATIENCE) == 0


def test_a_parent_that_is_gone_already_ends_it_too(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", ""])
    parent.wait()
    process = start_emulator(tmp_path / "log", "--parent-pid", str(parent.pid))
    assert process.wait(timeout=PATIENCE) == 0


def refusal(tmp_path: Path, *arguments: str, python: tuple[str, ...] = (), **environment: str) -> str:
    command = [sys.executable, *python, "-m", "mlinfra_emulator", *arguments]
    found = subprocess.run(
        command,
        cwd=HERE,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert found.returncode == 1, found.stderr
    assert found.stdout == ""
    assert "Traceback" not in found.stderr
    return found.stderr


def test_a_port_that_is_taken_is_refused(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        message = refusal(tmp_path, "--port", str(port))
    assert f"Cannot listen on 127.0.0.1:{port}" in message
    assert "--port 0" in message


def test_another_moto_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "moto-4.2.0.dist-info"
    other.mkdir()
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: moto\nVersion: 4.2.0\n")
    message = refusal(tmp_path, PYTHONPATH=str(tmp_path))
    assert "moto 4.2.0 is installed" in message
    assert "pip install -r tools/emulator/requirements.txt" in message


def test_no_moto_at_all_is_refused(tmp_path: Path) -> None:
    message = refusal(tmp_path, python=("-S",))
    assert "moto is not installed" in message
    assert "pip install -r tools/emulator/requirements.txt" in message


def test_an_unknown_patch_is_refused(tmp_path: Path) -> None:
    message = refusal(tmp_path, MLINFRA_EMULATOR_PATCHES="budgets,nothing")
    assert "There is no patch nothing" in message
