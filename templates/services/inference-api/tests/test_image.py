"""C15: what the container image promises, read from its Dockerfile and proven where Python can."""

import json
import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from app import container_health, handler
from tests.conftest import FakeContext

ROOT = Path(__file__).parent.parent
DOCKERFILE = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if line and not line.startswith("#")]


def instructions(name):
    return [line.partition(" ")[2] for line in DOCKERFILE if line.startswith(f"{name} ")]


def test_c15_the_base_image_is_fixed_and_of_aws():
    assert len(instructions("FROM")) == 1
    assert re.fullmatch(r"public\.ecr\.aws/lambda/python:3\.12\.\d{4}\.\d\d\.\d\d\.\d\d", instructions("FROM")[0])


def test_c15_the_container_does_not_run_as_root():
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", instructions("USER")[-1])


def test_c15_the_container_has_a_health_check_and_adds_nothing_from_elsewhere():
    assert instructions("HEALTHCHECK")
    assert not instructions("ADD")
    assert not instructions("EXPOSE")


def test_c15_every_copied_path_exists_and_passes_the_ignore_file():
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    allowed = {line[1:].strip("/") for line in ignored if line.startswith("!")}
    for copied in instructions("COPY"):
        source = copied.split()[0].strip("/")
        assert (ROOT / source).exists()
        assert source in allowed


def test_c15_the_command_names_the_handler():
    module, _, function = json.loads(instructions("CMD")[-1])[0].rpartition(".")
    assert getattr(sys.modules[module], function) is handler.handle


def test_c15_every_requirement_is_pinned():
    for line in (ROOT / "requirements.txt").read_text().splitlines():
        assert not line or line.startswith("#") or re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line)


def test_c15_the_image_content_is_enough_to_answer(tmp_path):
    """C15: only what COPY takes, in another folder, without training code or tests, and read-only."""
    import shutil

    for folder in ("app", "model"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    code = (
        "import json, types; from app.handler import handle;"
        "c = types.SimpleNamespace(aws_request_id='1', get_remaining_time_in_millis=lambda: 60000);"
        "print(handle({'httpMethod': 'GET', 'resource': '/health', 'path': '/health'}, c)['statusCode'])"
    )
    command = [sys.executable, "-B", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "200"


class Runtime(BaseHTTPRequestHandler):
    """The runtime emulator of the base image, as far as the health check speaks with it."""

    answer = b""

    def do_POST(self):
        event = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        content = self.answer or json.dumps(handler.handle(event, FakeContext())).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


@pytest.mark.parametrize(("answer", "healthy"), [(b"", True), (b'{"statusCode": 500}', False), (b"oops", False)])
def test_c15_the_health_check_asks_the_handler(answer, healthy):
    server = HTTPServer(("127.0.0.1", 0), type("One", (Runtime,), {"answer": answer}))
    threading.Thread(target=server.handle_request, daemon=True).start()
    assert container_health.healthy(f"http://127.0.0.1:{server.server_port}/") is healthy
    server.server_close()


def test_c15_the_health_check_fails_when_nothing_listens():
    assert container_health.healthy("http://127.0.0.1:9/") is False
