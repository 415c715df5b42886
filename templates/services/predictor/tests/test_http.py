"""D8, D3: health, errors in one form, limits, CORS and logs."""

import json

import pytest
from conftest import ENVIRONMENT
from fastapi.testclient import TestClient
from hours import CSV, RUSH

from app import predictions
from app.application import create_application
from app.settings import read_settings
from app.work import Work


def test_d8_health_answers_with_the_model_and_asks_nothing_of_aws():
    """D8: no storage is emulated here."""
    client = TestClient(create_application(read_settings(ENVIRONMENT), Work()))
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.json()["evaluation"]["r2"] > 0.9


@pytest.mark.parametrize(
    ("document", "field", "message"),
    [
        ({"instances": [RUSH | {"hour": 24}]}, "instances[0].hour", "less than or equal to 23"),
        ({"instances": [RUSH, RUSH | {"hour": "8"}]}, "instances[1].hour", "valid integer"),
        ({"instances": [RUSH | {"weekday": "funday"}]}, "instances[0].weekday", "'monday', 'tuesday'"),
        ({"instances": [RUSH | {"wind": 3}]}, "instances[0].wind", "Extra inputs are not permitted"),
        ({"instances": []}, "instances", "at least 1 item"),
        ({"instances": [RUSH] * 1_001}, "instances", "at most 1000 items"),
        ({"file_id": "../secrets"}, "file_id", "should match pattern"),
        ({}, "", "give either instances or file_id"),
        ({"instances": [RUSH], "file_id": "0" * 32}, "", "give either instances or file_id"),
        ([RUSH], "", "valid dictionary"),
    ],
)
def test_d8_a_wrong_request_names_its_fields(client, document, field, message):
    answer = client.post("/predictions", json=document)
    assert answer.status_code == 400
    (wrong,) = answer.json()["error"]["fields"]
    assert wrong["field"] == field
    assert message in wrong["message"]


@pytest.mark.parametrize("body", [b"{", b"\xff", b'{"instances": [{"rain_mm": NaN}]}'])
def test_d8_what_is_no_json_is_told_so(client, body):
    answer = client.post("/predictions", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400


def test_d8_a_body_of_another_type_is_refused_with_a_hint(client):
    answer = client.post("/predictions", content=json.dumps({"instances": [RUSH]}), headers={"Content-Type": "text/x"})
    assert answer.status_code == 400
    assert "application/json" in answer.json()["error"]["hint"]


@pytest.mark.parametrize(
    ("request_arguments", "status", "code"),
    [
        ({"content": CSV, "headers": {"Content-Type": "text/csv"}}, 415, "not_a_form"),
        ({"files": {"other": ("hours.csv", CSV)}}, 400, "file_missing"),
        ({"files": {"file": ("hours.csv", b"")}}, 400, "file_empty"),
        ({"files": [("file", ("a.csv", CSV)), ("file", ("b.csv", CSV))]}, 400, "broken_form"),
        ({"content": b"oops", "headers": {"Content-Type": "multipart/form-data; boundary=x"}}, 400, "broken_form"),
        ({"content": b"oops", "headers": {"Content-Type": "multipart/form-data"}}, 400, "broken_form"),
        ({"files": {"file": ("hours.csv", b"x" * 10_000_000)}}, 413, "body_too_large"),
        ({"content": iter([b"x"]), "headers": {"Content-Type": "multipart/form-data"}}, 411, "length_required"),
    ],
)
def test_d8_a_form_that_cannot_be_used_is_refused(client, request_arguments, status, code):
    answer = client.post("/files", **request_arguments)
    assert answer.status_code == status, answer.text
    assert answer.json()["error"]["code"] == code
    assert answer.json()["error"]["hint"]


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/files", 405), ("GET", "/nothing", 404)])
def test_d8_unknown_routes_are_told_which_there_are(client, method, path, status):
    answer = client.request(method, path)
    assert answer.status_code == status
    assert "POST /predictions" in answer.json()["error"]["hint"]


def test_d3_a_page_from_an_allowed_origin_may_read_even_errors(client):
    answer = client.get("/nothing", headers={"Origin": "https://app.example.com"})
    assert answer.headers["access-control-allow-origin"] == "https://app.example.com"
    other = client.get("/health", headers={"Origin": "https://attacker.example.com"})
    assert "access-control-allow-origin" not in other.headers


def test_d2_a_draining_service_is_readable_for_pages_too():
    work = Work()
    client = TestClient(create_application(read_settings(ENVIRONMENT), work))
    work.drain()
    answer = client.get("/predictions/x", headers={"Origin": "https://app.example.com"})
    assert answer.status_code == 503
    assert answer.headers["access-control-allow-origin"] == "https://app.example.com"
    assert work.running == 0


def test_d8_a_failure_of_the_code_is_told_by_its_request_id_and_counted_as_ended(cloud, monkeypatch, capsys):
    work = Work()
    client = TestClient(create_application(read_settings(ENVIRONMENT), work))
    monkeypatch.setattr(predictions.model, "current", lambda: None)
    answer = client.post("/predictions", json={"instances": [RUSH]})
    assert answer.status_code == 500
    assert answer.headers["x-request-id"] in answer.json()["error"]["hint"]
    assert "AttributeError" not in answer.text
    assert "AttributeError" in capsys.readouterr().out
    assert work.running == 0


def test_d8_every_request_is_one_log_line_and_healthy_checks_are_none(client, capsys):
    client.get("/health")
    answer = client.post("/predictions", json={"instances": [RUSH]})
    (line,) = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    assert (line["method"], line["path"], line["status"]) == ("POST", "/predictions", 201)
    assert line["request_id"] == answer.headers["x-request-id"]
