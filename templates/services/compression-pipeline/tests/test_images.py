"""B1, B2: what the two images promise, read from their Dockerfiles and proven where Python can."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
IMAGES = {"steps": "compression", "api": "pipeline_api"}
BASES = {
    "steps": r"public\.ecr\.aws/docker/library/python:3\.12\.\d+-slim-bookworm",
    "api": r"public\.ecr\.aws/lambda/python:3\.12\.\d{4}\.\d\d\.\d\d\.\d\d",
}


def instructions(image, name):
    lines = (ROOT / image / "Dockerfile").read_text().splitlines()
    return [line.partition(" ")[2] for line in lines if line.startswith(f"{name} ")]


@pytest.fixture(params=IMAGES)
def image(request):
    return request.param


def test_b2_the_base_image_is_fixed_and_from_awss_registry(image):
    (base,) = instructions(image, "FROM")
    assert re.fullmatch(BASES[image], base)


def test_b2_the_container_does_not_run_as_root(image):
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", instructions(image, "USER")[-1])


def test_b2_nothing_is_added_from_elsewhere_or_opened(image):
    assert instructions(image, "HEALTHCHECK") == ["NONE"]
    assert not instructions(image, "ADD")
    assert not instructions(image, "EXPOSE")


def test_b2_every_copied_path_exists_and_passes_the_ignore_file(image):
    allowed = {line[1:].strip("/") for line in (ROOT / ".dockerignore").read_text().splitlines() if line[0] == "!"}
    for copied in instructions(image, "COPY"):
        source = copied.split()[0].strip("/")
        assert (ROOT / source).exists()
        assert source in allowed


def test_b2_every_requirement_is_pinned_and_both_images_agree():
    pins = {}
    for image in IMAGES:
        for line in (ROOT / image / "requirements.txt").read_text().splitlines():
            if line and not line.startswith("#"):
                assert re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line)
                name, version = line.split("==")
                assert pins.setdefault(name, version) == version


def run_copied(image, folder, *command, **environment):
    """The command with only what the image has: the package and contract.json, in a folder that is read-only."""
    package = IMAGES[image]
    shutil.copy(ROOT / "contract.json", folder)
    shutil.copytree(ROOT / image / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    done = subprocess.run(
        [sys.executable, "-B", *command], cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    return done


def test_b2_the_steps_image_has_all_that_a_step_needs(tmp_path):
    """Everything is imported, the contract found, and a wrong environment told in one line of JSON."""
    code = (
        "import compression.container; from compression.settings import read_run_input;"
        """print(read_run_input({'RUN_INPUT': '{"model_uri": "builtin://digits"}'})['quantize']['dtype'])"""
    )
    done = run_copied("steps", tmp_path, "-c", code)
    assert done.stdout == "int8\n", done.stderr
    assert json.loads(instructions("steps", "ENTRYPOINT")[0]) == ["python3", "-m", "compression"]


def test_b2_the_steps_image_says_what_its_environment_lacks(tmp_path):
    done = run_copied("steps", tmp_path, "-m", "compression", STEP="baseline")
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    assert (json.loads(line)["error"], json.loads(line)["level"]) == ("misconfigured", "ERROR")
    assert "JOB_ID" in json.loads(line)["message"]


def test_b1_the_api_image_has_all_that_the_function_needs(tmp_path):
    module, _, function = json.loads(instructions("api", "CMD")[0])[0].rpartition(".")
    code = (
        f"import types; from {module} import {function} as f;"
        "e = {'routeKey': 'POST /submit', 'body': '{}'};"
        "print(f(e, types.SimpleNamespace(aws_request_id='1'))['body'])"
    )
    done = run_copied(
        "api", tmp_path, "-c", code, MODEL_BUCKET="models", JOB_TABLE="jobs",
        STATE_MACHINE_ARN="arn:aws:states:eu-central-1:123456789012:stateMachine:pipeline",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["error"]["field"] == "model_uri"
