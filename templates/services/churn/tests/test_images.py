"""CH12: what the two images promise, read from their Dockerfiles and proven where Python can."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from churn_ui import container_health
from conftest import ROOT

# No home: the page must not need a place to write to.
UI_ENVIRONMENT = {"HOME": "/nonexistent", "API_ENDPOINT": "https://api.example.com/v1", "PATH": os.environ["PATH"]}
BASES = {
    "ui": r"public\.ecr\.aws/docker/library/python:3\.12\.\d+-slim-bookworm",
    "api": r"public\.ecr\.aws/lambda/python:3\.12\.\d{4}\.\d\d\.\d\d\.\d\d",
}


def instructions(image, name):
    text = (ROOT / image / "Dockerfile").read_text().replace("\\\n", "")
    return [line.partition(" ")[2] for line in text.splitlines() if line.startswith(f"{name} ")]


@pytest.fixture(params=BASES)
def image(request):
    return request.param


def test_ch12_the_base_image_is_fixed_and_from_awss_registry(image):
    (base,) = instructions(image, "FROM")
    assert re.fullmatch(BASES[image], base)


def test_ch12_the_container_does_not_run_as_root(image):
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", instructions(image, "USER")[-1])
    assert not instructions(image, "ADD")


def test_ch12_every_copied_path_exists_and_passes_the_ignore_file(image):
    allowed = {line[1:].strip("/") for line in (ROOT / ".dockerignore").read_text().splitlines() if line[0] == "!"}
    for copied in instructions(image, "COPY"):
        source = copied.split()[0].strip("/")
        assert (ROOT / source).exists()
        assert source in allowed


def test_ch12_every_requirement_is_pinned_and_all_agree():
    pins = {}
    for folder in ("api", "ui"):
        for line in (ROOT / folder / "requirements.txt").read_text().splitlines():
            if line and not line.startswith("#"):
                assert re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line)
                name, version = line.split("==")
                assert pins.setdefault(name, version) == version
    local = (ROOT / "requirements-local.txt").read_text().splitlines()
    assert all(pins[line.split("==")[0]] == line.split("==")[1] for line in local if "==" in line)


def test_ch12_the_training_has_the_containers_xgboost():
    assert "xgboost==1.7.4" in (ROOT / "training/requirements.txt").read_text().splitlines()


def copy_image(image, folder):
    """Only what COPY takes, where it puts it."""
    for copied in instructions(image, "COPY"):
        source, target = copied.split()
        place = folder / (Path(source).name if target == "./" else target)
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, place, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / source, place)


def test_ch12_the_api_image_has_all_that_the_function_needs(tmp_path):
    """CH12: the handler of CMD, with Mangum's place taken by one that asks the application for /health."""
    copy_image("api", tmp_path)
    module, _, function = json.loads(instructions("api", "CMD")[0])[0].rpartition(".")
    code = (
        "import sys, types\n"
        "from starlette.testclient import TestClient\n"
        "adapter = types.ModuleType('mangum')\n"
        "adapter.Mangum = lambda app, **_: lambda path: TestClient(app).get(path).json()['status']\n"
        "sys.modules['mangum'] = adapter\n"
        f"from {module} import {function} as handle\n"
        "print(handle('/health'))\n"
    )
    environment = {"ENDPOINT_NAME": "endpoint", "PATH": os.environ["PATH"]}
    command = [sys.executable, "-B", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert done.stdout.splitlines()[-1] == "ok", done.stderr


def test_ch12_the_ui_image_has_all_that_the_page_needs(tmp_path):
    """CH12: without a browser Streamlit runs the script once, and a missing module would end it."""
    copy_image("ui", tmp_path)
    command = [sys.executable, "-B", "app.py"]
    done = subprocess.run(command, cwd=tmp_path, env=UI_ENVIRONMENT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_ch8_the_ui_image_serves_its_page_and_its_health_route(tmp_path):
    """CH8: started by the image's own command, from only its files, and asked by its own health check."""
    copy_image("ui", tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = json.loads(instructions("ui", "ENTRYPOINT")[0])
    process = subprocess.Popen(
        [sys.executable, "-B", *command[1:], "--server.port", str(port), "--server.address", "127.0.0.1"],
        cwd=tmp_path,
        env=UI_ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}/_stcore/health"
        limit = time.monotonic() + 60
        while not container_health.healthy(address) and time.monotonic() < limit:
            assert process.poll() is None, "streamlit ended"
            time.sleep(0.2)
        assert container_health.healthy(address)
        assert not container_health.healthy(address + "/nothing")
    finally:
        process.terminate()
        process.wait(20)
    assert not container_health.healthy(address)


def test_ch8_the_health_check_asks_the_port_and_the_path_of_the_load_balancer():
    assert container_health.URL == "http://127.0.0.1:8501/_stcore/health"
    assert "churn_ui.container_health" in instructions("ui", "HEALTHCHECK")[0]
    assert instructions("ui", "EXPOSE") == ["8501"]
    assert instructions("api", "HEALTHCHECK") == ["NONE"]
    assert "port = 8501" in (ROOT / "ui/.streamlit/config.toml").read_text()
