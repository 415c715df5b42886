"""CH12, CH5: the Lambda hands API Gateway's events to the application through Mangum."""

import importlib
import sys
import types

import pytest

from churn_api.app import app
from churn_api.settings import SettingsError, allowed_origins, base_path, read_settings


@pytest.fixture
def mangum(monkeypatch):
    """A stand-in that keeps how it was called: the adapter itself is the image's business."""
    calls = []
    module = types.ModuleType("mangum")

    def adapter(*arguments, **keywords):
        calls.append((arguments, keywords))
        return "adapted"

    module.Mangum = adapter
    monkeypatch.setitem(sys.modules, "mangum", module)
    monkeypatch.delitem(sys.modules, "churn_api.handler", raising=False)
    yield calls
    sys.modules.pop("churn_api.handler", None)


def test_ch12_the_application_is_adapted_below_the_stages_path(mangum):
    handler = importlib.import_module("churn_api.handler")
    assert handler.handle == "adapted"
    assert mangum == [((app,), {"api_gateway_base_path": "/v1", "lifespan": "off"})]


def test_ch5_another_stage_is_another_base_path(mangum, monkeypatch):
    monkeypatch.setenv("API_BASE_PATH", "/live")
    importlib.import_module("churn_api.handler")
    assert mangum[0][1]["api_gateway_base_path"] == "/live"


def test_ch12_the_application_needs_no_adapter():
    assert "mangum" not in sys.modules
    assert "churn_api.app" in sys.modules


@pytest.mark.parametrize("path", ["v1", "/v1/", "/", "/v1/x"])
def test_ch5_a_wrong_base_path_is_named(path):
    with pytest.raises(SettingsError, match="API_BASE_PATH is"):
        base_path({"API_BASE_PATH": path})


@pytest.mark.parametrize(
    ("environment", "message"),
    [({}, "ENDPOINT_NAME"), ({"ENDPOINT_NAME": "a/b"}, "a/b"), ({"ENDPOINT_NAME": "e", "LOG_LEVEL": "LOUD"}, "LOUD")],
)
def test_ch12_a_wrong_setting_is_named(environment, message):
    with pytest.raises(SettingsError, match=message):
        read_settings(environment)


def test_ch12_origins_are_separated_by_commas():
    assert allowed_origins({"CORS_ALLOWED_ORIGINS": "https://a.example, https://b.example"}) == [
        "https://a.example",
        "https://b.example",
    ]
    assert allowed_origins({}) == []
