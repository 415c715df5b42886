"""A Python with XGBoost 1.7, the model behind SageMaker's request, and the API in front of it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

ROOT = Path(__file__).parent.parent
ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_DEFAULT_REGION": "eu-central-1",
    "ENDPOINT_NAME": "telco-churn-xgboost-endpoint",
    "CORS_ALLOWED_ORIGINS": "https://app.example.com",
}
# Read once, when the application is imported.
os.environ.update(ENVIRONMENT)


def version_of_xgboost(python: str) -> str:
    code = "import numpy, xgboost; print(xgboost.__version__)"
    try:
        done = subprocess.run([python, "-c", code], capture_output=True, text=True, timeout=120)
    except OSError:
        return ""
    return done.stdout.strip()


@pytest.fixture(scope="session")
def xgboost_python() -> str:
    """The training needs the container's version, which newer Pythons cannot install; Debian's own has it."""
    for python in (os.environ.get("XGBOOST_PYTHON", ""), sys.executable, "/usr/bin/python3"):
        if python and version_of_xgboost(python).startswith("1.7."):
            return python
    message = (
        "No Python with XGBoost 1.7 was found. Install it (Debian: apt-get install python3-xgboost; elsewhere: "
        "pip install -r training/requirements.txt in an environment) and name its Python in XGBOOST_PYTHON."
    )
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


@pytest.fixture(autouse=True)
def container(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A fresh Lambda container for every test, in the folder where the image's files lie."""
    from churn_api import endpoint, predictions, settings
    from churn_ui import signature

    monkeypatch.chdir(ROOT)
    for name in ("AWS_ENDPOINT_URL", "AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_REGION", "LOG_LEVEL", "API_ENDPOINT", "API_AUTHORIZATION"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    cached = (settings.current, predictions.features, endpoint.runtime, signature._credentials)
    for one in cached:
        one.cache_clear()
    yield
    for one in cached:
        one.cache_clear()


@pytest.fixture(scope="session")
def sagemaker(xgboost_python: str) -> Iterator[str]:
    """Address of the committed model, served by XGBoost 1.7."""
    command = [xgboost_python, "-B", "-m", "training.endpoint", "--port", "0"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    line = process.stdout.readline()
    assert line.startswith("listening on "), f"the model is not served: {line}"
    yield line.split()[-1]
    process.terminate()
    process.wait(10)


@pytest.fixture
def deployed(sagemaker: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The API's calls to AWS reach the model."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME", sagemaker)


@pytest.fixture
def api(deployed: None) -> Iterator[str]:
    """Address of the API over HTTP, with the model behind it."""
    from churn_api.app import app

    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_config=None, lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.01)
        assert thread.is_alive(), "the API did not start"
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
