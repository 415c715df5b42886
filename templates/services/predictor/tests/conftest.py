"""Emulated storage, and the service in this process or as a process of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import boto3
import httpx2
import pytest
from fastapi.testclient import TestClient
from moto import mock_aws
from moto.server import ThreadedMotoServer

from app import logs, storage
from app.application import create_application
from app.settings import read_settings
from app.work import Work

ROOT = Path(__file__).parent.parent
REGION = "eu-central-1"
FILES, DATA = "rentals-dev-files", "rentals-dev-data"
ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_REGION": REGION,
    "FILES_BUCKET": FILES,
    "DATA_BUCKET": DATA,
    "CORS_ALLOWED_ORIGINS": "https://app.example.com",
}


@pytest.fixture(autouse=True)
def container(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("AWS_ENDPOINT_URL", "AWS_PROFILE", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    storage.s3.cache_clear()
    logs.configure("INFO")
    yield
    storage.s3.cache_clear()


def create_buckets(**client: str) -> None:
    s3 = boto3.client("s3", region_name=REGION, **client)
    for bucket in (FILES, DATA):
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})


@pytest.fixture
def cloud() -> Iterator[None]:
    with mock_aws():
        create_buckets()
        yield


@pytest.fixture
def client(cloud: None) -> TestClient:
    return TestClient(create_application(read_settings(ENVIRONMENT), Work()))


class Service:
    """python3 -m app on a free port."""

    def __init__(self, storage_url: str, **environment: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            [sys.executable, "-B", "-m", "app", "--host", "127.0.0.1", "--port", str(self.port)],
            cwd=ROOT,
            env={**ENVIRONMENT, "AWS_ENDPOINT_URL": storage_url, **environment},
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
            return httpx2.get(f"{self.url}/health", timeout=5).status_code
        except httpx2.TransportError:
            return 0

    def ended(self, timeout: float) -> tuple[int, str]:
        """Exit code and what was logged."""
        output, _ = self.process.communicate(timeout=timeout)
        return self.process.returncode, output


@pytest.fixture
def storage_url() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    url = f"http://{host}:{port}"
    # What was stored is kept per process, not per server.
    httpx2.post(f"{url}/moto-api/reset")
    create_buckets(endpoint_url=url)
    yield url
    server.stop()


@pytest.fixture
def start(storage_url: str) -> Iterator[Callable[..., Service]]:
    services: list[Service] = []

    def begin(**environment: str) -> Service:
        services.append(Service(storage_url, **environment))
        return services[-1]

    yield begin
    for service in services:
        if service.process.poll() is None:
            service.process.kill()
            service.process.communicate()
