"""E1: what the container image promises, read from its Dockerfile and proven where Python can."""

import json
import re
import shutil
import subprocess
import sys

from conftest import ENVIRONMENT, ROOT

from app import container_health

TEXT = (ROOT / "Dockerfile").read_text().replace("\\\n", "")


def instructions(name):
    return [line.partition(" ")[2] for line in TEXT.splitlines() if line.startswith(f"{name} ")]


def test_e1_the_base_image_is_fixed_and_from_awss_registry():
    (base,) = instructions("FROM")
    assert re.fullmatch(r"public\.ecr\.aws/docker/library/python:3\.12\.\d+-slim-bookworm", base)


def test_e1_the_container_does_not_run_as_root():
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", instructions("USER")[-1])


def test_e3_the_authorities_of_rds_are_aws_own_list_and_where_the_service_looks():
    (added,) = instructions("ADD")
    source, target = added.split()[-2:]
    assert source == "https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem"
    assert f"DATABASE_CERTIFICATES=/service/{target.removeprefix('./')}" in instructions("ENV")[0]
    assert instructions("WORKDIR") == ["/service"]


def test_e7_the_signal_reaches_python_and_no_shell():
    assert json.loads(instructions("ENTRYPOINT")[0]) == ["python3", "-m", "app"]
    assert instructions("STOPSIGNAL") == ["SIGTERM"]
    assert not instructions("CMD")


def test_e1_every_copied_path_exists_and_passes_the_ignore_file():
    allowed = {line[1:].strip("/") for line in (ROOT / ".dockerignore").read_text().splitlines() if line[0] == "!"}
    for copied in instructions("COPY"):
        source = copied.split()[0].strip("/")
        assert (ROOT / source).exists()
        assert source in allowed


def test_e1_every_requirement_is_pinned():
    for line in (ROOT / "requirements.txt").read_text().splitlines():
        assert not line or line.startswith("#") or re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line)


def test_e1_the_image_content_is_enough_to_answer(tmp_path, aws_url):
    """E1: only what COPY takes, in another folder, without training code or tests."""
    for folder in ("app", "model"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    code = (
        "import os\n"
        "from starlette.testclient import TestClient\n"
        "from app.application import create_application\n"
        "from app.settings import read_settings\n"
        "from app.work import Work\n"
        "print(TestClient(create_application(read_settings(os.environ), Work())).get('/health').status_code)\n"
    )
    command = [sys.executable, "-B", "-c", code]
    environment = {**ENVIRONMENT, "AWS_ENDPOINT_URL": aws_url}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert done.stdout.splitlines()[-1] == "200", done.stderr


def test_e1_the_health_check_asks_the_service(start_task):
    task = start_task()
    assert container_health.healthy(f"{task.url}/health") is True
    assert container_health.healthy(f"{task.url}/nothing") is False
    assert container_health.healthy("http://127.0.0.1:9/health") is False
    assert instructions("EXPOSE") == ["8080"]
    assert "app.container_health" in instructions("HEALTHCHECK")[0]
