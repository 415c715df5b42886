"""C15: local.py serves the same service over HTTP, with the asynchronous path on emulated storage."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

from tests.test_multipart import TYPE, form
from tests.wav_files import sine, wav

TONE = wav(sine(440, 2.0))


@pytest.fixture(scope="module")
def address():
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "local.py", "--port", "0"]
    root = Path(__file__).parent.parent
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True) as process:
        line = process.stdout.readline()
        found = re.fullmatch(r"listening on (http://127\.0\.0\.1:\d+)\n", line)
        assert found, line
        yield found[1]
        process.terminate()


def test_c15_local_predict_with_a_form(address):
    answer = requests.post(f"{address}/predict", files={"audio": ("a.wav", TONE)}, timeout=30)
    assert answer.status_code == 200
    assert answer.json()["labels"][0]["label"] == "tone"


def test_c15_local_answers_errors_as_the_api_does(address):
    answer = requests.post(f"{address}/predict", data=form([("x", b"1")]), headers={"Content-Type": TYPE}, timeout=30)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "missing_field")
    assert requests.options(f"{address}/predict", timeout=30).headers["Access-Control-Allow-Origin"] == "*"


def test_a10_local_upload_and_asynchronous_prediction(address):
    """A10: every URL that is handed out can be followed by curl."""
    upload = requests.post(f"{address}/uploads", timeout=30).json()
    assert requests.put(upload["upload_url"], data=TONE, timeout=30).status_code == 200
    accepted = requests.post(f"{address}/predictions", json={"input_key": upload["input_key"]}, timeout=30).json()
    deadline = time.monotonic() + 30
    status_url = f"{address}/predictions/{accepted['id']}"
    while (status := requests.get(status_url, timeout=30).json())["state"] != "succeeded":
        assert status["state"] in ("queued", "running"), status
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert requests.get(status["result_url"], timeout=30).json()["labels"][0]["label"] == "tone"
