"""D8: every setting is an environment variable; a wrong one is named and ends the container."""

import json
import os
import subprocess
import sys

import pytest
from conftest import ENVIRONMENT, ROOT

from app.server import CLOSE_SECONDS
from app.settings import MAX_GRACE_SECONDS, SettingsError, read_settings

BUCKETS = {"FILES_BUCKET": "files", "DATA_BUCKET": "data"}


def test_d8_defaults():
    found = read_settings(BUCKETS)
    assert (found.log_level, found.cors_allowed_origins, found.shutdown_grace_seconds) == ("INFO", (), 110)


def test_d8_origins_are_separated_by_commas():
    found = read_settings(BUCKETS | {"CORS_ALLOWED_ORIGINS": "https://a.example, https://b.example"})
    assert found.cors_allowed_origins == ("https://a.example", "https://b.example")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FILES_BUCKET", ""),
        ("DATA_BUCKET", "Not A Bucket"),
        ("LOG_LEVEL", "LOUD"),
        ("SHUTDOWN_GRACE_SECONDS", "0"),
        ("SHUTDOWN_GRACE_SECONDS", "111"),
        ("SHUTDOWN_GRACE_SECONDS", "1.5"),
    ],
)
def test_d8_a_wrong_value_names_its_variable(name, value):
    with pytest.raises(SettingsError, match=name):
        read_settings(BUCKETS | {name: value})


def test_d2_the_longest_grace_fits_into_the_two_minutes():
    """D2: with the seconds that closing takes, and those until the signal is noticed."""
    assert MAX_GRACE_SECONDS + CLOSE_SECONDS + 5 < 120


def test_d8_a_container_without_its_buckets_ends_with_1_and_says_why():
    environment = {"PATH": os.environ["PATH"], **ENVIRONMENT, "DATA_BUCKET": ""}
    done = subprocess.run(
        [sys.executable, "-B", "-m", "app"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    last = json.loads(done.stdout.splitlines()[-1])
    assert last["message"] == "misconfigured"
    assert "DATA_BUCKET is ''" in last["reason"]
