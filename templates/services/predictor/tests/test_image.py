"""D8: what the container image promises, read from its Dockerfile and proven where Python can."""

import json
import re
import shutil
import subprocess
import sys

from conftest import ROOT

from app import container_health

TEXT = (ROOT / "Dockerfile").read_text().replace("\\\n", "")


def instructions(name):
    return [line.partition(" ")[2] for line in TEXT.splitlines() if line.startswith(f"{name} ")]


def test_d8_the_base_image_is_fixed_and_from_awss_registry():
    (base,) = instructions("FROM")
    assert re.fullmatch(r"public\.ecr\.aws/docker/library/python:3\.12\.\d+-slim-bookworm", base)


def test_d8_the_container_does_not_run_as_root():
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", instructions("USER")[-1])
    assert not instructions("ADD")


def test_d2_the_signal_reaches_python_and_no_shell():
    assert json.loads(instructions("ENTRYPOINT")[0]) == ["python3", "-m", "app"]
    assert instructions("STOPSIGNAL") == ["SIGTERM"]
    assert not instructions("CMD")


def test_d8_every_copied_path_exists_and_passes_the_ignore_file():
    allowed = {line[1:].strip("/") for line in (ROOT / ".dockerignore").read_text().splitlines() if line[0] == "!"}
    for copied in instructions("COPY"):
        source = copied.split()[0].strip("/")
        assert (ROOT / source).exists()
        assert source in allowed


def test_d8_every_requirement_is_pinned():
    for line in (ROOT / "requirements.txt").read_text().splitlines():
        assert not line or line.startswith("#") or re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line)


def test_d8_the_image_content_is_enough_to_answer(tmp_path):
    """D8: only what COPY takes, in another folder, without training code or tests."""
    for folder in ("app", "model"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    code = (
        "from starlette.testclient import TestClient\n"
        "from app.application import create_application\n"
        "from app.settings import read_settings\n"
        "from app.work import Work\n"
        "settings = read_settings({'FILES_BUCKET': 'files', 'DATA_BUCKET': 'data'})\n"
        "print(TestClient(create_application(settings, Work())).get('/health').status_code)\n"
    )
    command = [sys.executable, "-B", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.stdout.splitlines()[-1] == "200", done.stderr


def test_d8_the_health_check_asks_the_service(start):
    service = start()
    assert container_health.healthy(f"{service.url}/health") is True
    assert container_health.healthy(f"{service.url}/nothing") is False
    assert container_health.healthy("http://127.0.0.1:9/health") is False
    assert container_health.URL == "http://127.0.0.1:8080/health"
    assert instructions("EXPOSE") == ["8080"]
    assert "app.container_health" in instructions("HEALTHCHECK")[0]
