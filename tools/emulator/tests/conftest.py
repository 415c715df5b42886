"""One emulator for the session, its state thrown away before each test."""

import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config

HERE = Path(__file__).parent.parent
# Seconds after which something has failed to happen. A machine that does much
# else is slow; only a hang is a failure.
PATIENCE = 60
# One attempt, so that an error is seen as it is.
CLIENT_CONFIG = Config(connect_timeout=PATIENCE, read_timeout=PATIENCE, retries={"total_max_attempts": 1})
REGION = "eu-central-1"
ACCOUNT = "123456789012"


class Emulator:
    """A running emulator and what tests ask of it."""

    def __init__(self, endpoint: str, log: Path, pid: int) -> None:
        self.endpoint = endpoint
        self.log = log
        self.pid = pid
        self._session = boto3.Session()
        self._clients: dict[tuple[str, str, str], Any] = {}

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """A control route, or one of moto's; gives its JSON."""
        request = urllib.request.Request(
            self.endpoint + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.loads(answer.read() or b"null")

    def wire(self, service: str, method: str, path: str, target: str = "", body: Any = None) -> Any:
        """An answer as it stands on the wire: boto3 makes numbers of texts that other SDKs refuse."""
        scope = f"x/20260101/{REGION}/{service}/aws4_request"
        headers = {
            "Content-Type": "application/x-amz-json-1.1",
            "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=none",
            **({"X-Amz-Target": target} if target else {}),
        }
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.endpoint + path, method=method, data=data, headers=headers)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.loads(answer.read())

    def client(self, service: str, region: str = REGION, access_key: str = "x", secret: str = "y") -> Any:
        key = (service, region, access_key)
        if key not in self._clients:
            self._clients[key] = self._session.client(
                service,
                region_name=region,
                endpoint_url=self.endpoint,
                aws_access_key_id=access_key,
                aws_secret_access_key=secret,
                config=CLIENT_CONFIG,
            )
        return self._clients[key]

    def client_in(self, account: str, service: str, region: str = REGION) -> Any:
        """A client in another account, through sts:AssumeRole."""
        role = f"arn:aws:iam::{account}:role/reader"
        given = self.client("sts").assume_role(RoleArn=role, RoleSessionName="emulator-tests")["Credentials"]
        return self.client(service, region, given["AccessKeyId"], given["SecretAccessKey"])


def start_emulator(log: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "mlinfra_emulator", "--log", str(log), *arguments],
        cwd=HERE,
        env={**os.environ, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emulator]:
    log = tmp_path_factory.mktemp("emulator") / "access.log"
    process = start_emulator(log, "--parent-pid", str(os.getpid()))
    assert process.stdout
    yield Emulator(json.loads(process.stdout.readline())["endpoint"], log, process.pid)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=PATIENCE) == 0


@pytest.fixture
def emulator(running: Emulator) -> Emulator:
    running.call("POST", "/moto-api/reset")
    running.call("DELETE", "/mlinfra-emulator/faults")
    running.call("DELETE", "/mlinfra-emulator/requests")
    return running


@pytest.fixture
def aws(emulator: Emulator) -> Callable[..., Any]:
    """`aws("lambda")` is a client of the default account and region."""
    return emulator.client
