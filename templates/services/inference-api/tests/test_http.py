"""A3 A4 A10: what callers of the API get, for good requests and for bad ones."""

import base64
import json

import numpy as np
import pytest

from app import handler, model, settings
from tests.conftest import FakeContext, call, event
from tests.test_multipart import TYPE, form
from tests.wav_files import sine, wav

TONE = wav(sine(440, 2.0))
MISSING = "0" * 32


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (form([("audio", TONE)]), TYPE),
        (TONE, "audio/wav"),
        (TONE, "audio/x-wav"),
        (TONE, "application/octet-stream"),
        (TONE, "AUDIO/WAV; codecs=1"),
    ],
)
def test_a3_predict_answers_labels_and_time_line(body, content_type):
    """A3: multipart and raw audio through the Lambda proxy."""
    status, answer, headers = call("POST", "/predict", body, content_type)
    assert status == 200
    assert answer["labels"][0]["label"] == "tone"
    assert len(answer["timeline"]) == 3
    assert headers["X-Request-Id"] == FakeContext.aws_request_id


def test_a3_headers_only_in_their_multi_value_form_are_read():
    request = event("POST", "/predict", TONE, "audio/wav")
    request["headers"] = None
    assert handler.handle(request, FakeContext())["statusCode"] == 200


@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        (("POST", "/predict", b"not sound at all", "audio/wav"), 400, "not_audio"),
        (("POST", "/predict", None, "audio/wav"), 400, "empty_audio"),
        (("POST", "/predict", TONE, "text/plain"), 415, "unsupported_media_type"),
        (("POST", "/predict", TONE, ""), 415, "unsupported_media_type"),
        (("POST", "/predict", b'{"input_key":"x"}', "application/json"), 415, "unsupported_media_type"),
        (("GET", "/predict"), 405, "method_not_allowed"),
        (("DELETE", "/predictions/abc"), 405, "method_not_allowed"),
        (("GET", "/nothing"), 404, "unknown_path"),
        (("GET", "/predict/deeper"), 404, "unknown_path"),
        (("POST", "/predict", wav(sine(440, 1.0))[:200], "audio/wav"), 400, "truncated_audio"),
    ],
)
def test_a3_bad_requests_say_what_and_what_next(arguments, status, code):
    got, answer, _ = call(*arguments)
    assert (got, answer["error"]["code"]) == (status, code)
    assert answer["error"]["message"] and answer["error"]["hint"]


def test_a3_wrong_method_tells_the_allowed_ones():
    _, _, headers = call("PUT", "/predict")
    assert headers["Allow"] == "POST, OPTIONS"


def test_a3_broken_base64_is_refused():
    request = event("POST", "/predict", TONE, "audio/wav") | {"body": "***"}
    answer = handler.handle(request, FakeContext())
    assert answer["statusCode"] == 400
    assert json.loads(answer["body"])["error"]["code"] == "broken_body"


def test_a10_a_large_body_is_sent_to_uploads():
    """A10: what one invocation cannot carry has another way."""
    status, answer, _ = call("POST", "/predict", bytes(4_600_000), "audio/wav")
    assert (status, answer["error"]["code"]) == (413, "body_too_large")
    assert "/uploads" in answer["error"]["hint"]


@pytest.mark.parametrize("variable", ["MAX_AUDIO_SECONDS", "SYNC_MAX_AUDIO_SECONDS"])
def test_a10_long_audio_is_sent_to_the_asynchronous_path(monkeypatch, variable):
    monkeypatch.setenv(variable, "1")
    status, answer, _ = call("POST", "/predict", TONE, "audio/wav")
    assert (status, answer["error"]["code"]) == (413, "audio_too_long")
    assert "mode=async" in answer["error"]["hint"]


def test_a10_a_result_too_large_for_one_answer_is_refused(monkeypatch):
    monkeypatch.setattr("app.routes.MAX_RESULT_BYTES", 100)
    status, answer, _ = call("POST", "/predict", TONE, "audio/wav")
    assert (status, answer["error"]["code"]) == (413, "result_too_large")


def test_a10_ten_minutes_are_answered_well_within_the_gateway_limit():
    """A10: the longest synchronous audio (600 s) must leave room below 29 s, even in a smaller function."""
    import time

    content = wav(np.random.default_rng(3).uniform(-0.2, 0.2, 8_000 * 500), 8_000, bits=8)
    started = time.monotonic()
    status, answer, _ = call("POST", "/predict", content, "audio/wav")
    assert status == 200
    assert answer["duration_seconds"] == 500.0
    assert time.monotonic() - started < 15


@pytest.mark.parametrize("mode", ["later", ""])
def test_a10_an_unknown_mode_is_refused(mode):
    status, answer, _ = call("POST", "/predict", TONE, "audio/wav", query={"mode": mode})
    assert (status, answer["error"]["code"]) == (400, "invalid_mode")


@pytest.mark.parametrize(
    "identifier", ["../../etc/passwd", "..%2f..%2fsecrets", "A" * 32, "0" * 31, "0" * 33, "0" * 32 + "\n", "a/b", "*"]
)
@pytest.mark.parametrize("resource", ["/predictions/{id}", "/{proxy+}"])
def test_a10_an_id_that_is_not_one_of_ours_never_reaches_storage(identifier, resource):
    """A10: no bucket exists in this test, so that any storage call would end in a 500."""
    parameters = {"id": identifier} if resource == "/predictions/{id}" else {"proxy": f"predictions/{identifier}"}
    status, answer, _ = call("GET", f"/predictions/{identifier}", resource=resource, parameters=parameters)
    assert (status, answer["error"]["code"]) in {(400, "invalid_id"), (404, "unknown_path")}
    if identifier != "0" * 32 + "\n" or resource == "/predictions/{id}":
        assert status == 400


@pytest.mark.parametrize("path", ["/predict", "/predictions", f"/predictions/{MISSING}", "/uploads", "/health"])
def test_a4_preflight_works_on_every_path(path):
    """A4: OPTIONS answers for an allowed origin."""
    status, _, headers = call("OPTIONS", path, origin="https://app.example.com", resource="/{proxy+}")
    assert status == 204
    assert headers["Access-Control-Allow-Origin"] == "https://app.example.com"
    assert headers["Vary"] == "Origin"
    assert "OPTIONS" in headers["Access-Control-Allow-Methods"]
    assert "X-Api-Key" in headers["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("origin", ["https://evil.example", "https://app.example.com.evil.example", "null", ""])
def test_a4_other_origins_get_no_access(origin):
    _, _, headers = call("GET", "/health", origin=origin)
    assert "Access-Control-Allow-Origin" not in headers


def test_a4_a_star_allows_any_origin(monkeypatch):
    monkeypatch.setenv("CORS_ALLOWED_ORIGINS", "*")
    _, _, headers = call("GET", "/health", origin="https://anything.example")
    assert headers["Access-Control-Allow-Origin"] == "*"


def test_a4_errors_carry_the_cors_headers_too():
    """A4: without them a browser hides the message from the page that needs it."""
    status, _, headers = call("POST", "/predict", b"x", "audio/wav", origin="https://app.example.com")
    assert status == 400
    assert headers["Access-Control-Allow-Origin"] == "https://app.example.com"


def test_c15_health_loads_the_model():
    status, answer, _ = call("GET", "/health")
    assert status == 200
    assert answer["status"] == "ok"
    assert "tone" in answer["model"]["labels"]


def test_c15_health_fails_when_the_model_does(monkeypatch):
    monkeypatch.setattr(model, "BUNDLED", model.BUNDLED.parent / "none.json")
    status, answer, _ = call("GET", "/health")
    assert (status, answer["error"]["code"]) == (500, "internal_error")
    assert FakeContext.aws_request_id in answer["error"]["hint"]


def test_a2_a_wrong_setting_is_named_in_the_answer(monkeypatch):
    monkeypatch.setenv("TOP_K", "many")
    settings.current.cache_clear()
    status, answer, _ = call("GET", "/health")
    assert (status, answer["error"]["code"]) == (500, "misconfigured")
    assert "TOP_K" in answer["error"]["message"]


def test_c15_logs_are_json_with_the_request_id_and_without_content(capsys):
    secret = "correct-horse-battery-staple"
    request = event("POST", "/predict", TONE + secret.encode(), "audio/wav")
    request["headers"]["X-Api-Key"] = secret
    handler.handle(request, FakeContext())
    output = capsys.readouterr().out
    lines = [json.loads(line) for line in output.splitlines()]
    assert lines[-1]["message"] == "request"
    assert lines[-1]["status"] == 200
    assert all(line["request_id"] == FakeContext.aws_request_id for line in lines)
    assert lines[-1]["api_request_id"] == "gateway-request"
    assert secret not in output
    assert base64.b64encode(TONE).decode()[:60] not in output
