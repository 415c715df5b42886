"""The service as ECS runs it: a process of its own, with emulated AWS behind a real port."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest
from moto.server import ThreadedMotoServer

ROOT = Path(__file__).parent.parent


class Task:
    """python3 -m app on a free port."""

    def __init__(self, **environment: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            [sys.executable, "-B", "-m", "app", "--host", "127.0.0.1"],
            cwd=ROOT,
            env={**environment, "PORT": str(self.port)},
            stdout=subprocess.PIPE,
            text=True,
        )
        limit = time.monotonic() + 60
        while self.health() != 200:
            assert self.process.poll() is None, "the service ended"
            assert time.monotonic() < limit, "the service did not start"
            time.sleep(0.1)

    def health(self) -> int:
        """Status of GET /health; 0 where nobody listens."""
        try:
            return httpx2.get(f"{self.url}/health", timeout=10).status_code
        except httpx2.TransportError:
            return 0

    def ended(self, timeout: float) -> tuple[int, str]:
        """Exit code and what was logged."""
        output, _ = self.process.communicate(timeout=timeout)
        return self.process.returncode, output


@pytest.fixture(scope="session")
def aws_server() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def aws_url(aws_server: str) -> str:
    from conftest import build_cloud

    # What was stored is kept per process, not per server.
    httpx2.post(f"{aws_server}/moto-api/reset")
    build_cloud(endpoint_url=aws_server, aws_access_key_id="testing", aws_secret_access_key="testing")
    return aws_server


@pytest.fixture
def start_task(aws_url: str) -> Iterator[Callable[..., Task]]:
    from conftest import ENVIRONMENT

    tasks: list[Task] = []

    def begin(**environment: str) -> Task:
        tasks.append(Task(**{**ENVIRONMENT, "AWS_ENDPOINT_URL": aws_url, **environment}))
        return tasks[-1]

    yield begin
    for task in tasks:
        if task.process.poll() is None:
            task.process.kill()
            task.process.communicate()
