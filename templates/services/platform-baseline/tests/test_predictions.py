"""E1, E3: one prediction or many, refused where they do not fit, recorded in the table before they are given away."""

import json

import boto3
import pytest
from conftest import REGION, TABLE
from machine import NEW, WORN

from app import records_in_dynamodb
from app.records import Record
from app.records_in_dynamodb import DynamoRecords


def items():
    return boto3.resource("dynamodb", region_name=REGION).Table(TABLE).scan()["Items"]


def test_e1_one_prediction_is_answered_and_recorded(client):
    answer = client.post("/predict", json={"features": WORN})
    assert answer.status_code == 200, answer.text
    (item,) = items()
    assert item["id"] == answer.json()["id"]
    assert float(item["risk"]) == answer.json()["risk"] > 0.6
    assert {name: float(value) for name, value in item["features"].items()} == WORN
    assert item["model"] == "failure-risk 1"
    assert answer.json()["model"] == {"name": "failure-risk", "version": "1"}


def test_e3_a_record_ends_after_a_year(client):
    client.post("/predict", json={"features": NEW})
    (item,) = items()
    record = Record("m", NEW, 0.1)
    assert abs(int(item["expires_at"]) - record.created_at.timestamp() - 365 * 86_400) < 60


def test_e1_a_batch_is_answered_in_its_order_and_each_is_recorded(client):
    given = [WORN, NEW] * 30
    answer = client.post("/batch", json={"instances": [{"features": one} for one in given]})
    assert answer.status_code == 200
    predictions = answer.json()["predictions"]
    assert [one["risk"] > 0.5 for one in predictions] == [True, False] * 30
    assert {item["id"] for item in items()} == {one["id"] for one in predictions}
    assert len(items()) == 60


@pytest.mark.parametrize(
    ("path", "document", "field", "words"),
    [
        ("/predict", {}, "features", "Field required"),
        ("/predict", {"features": {}}, "features", "at least 1 item"),
        ("/predict", {"features": NEW, "name": "x"}, "name", "Extra inputs"),
        ("/predict", {"features": {**NEW, "age_days": "20"}}, "features.age_days", "valid number"),
        ("/predict", {"features": {**NEW, "age_days": True}}, "features.age_days", "valid number"),
        ("/predict", {"features": {**NEW, "age_days": 1e9}}, "features.age_days", "outside"),
        ("/predict", [NEW], "", "valid dictionary"),
        ("/batch", {"instances": []}, "instances", "at least 1 item"),
        ("/batch", {"instances": [{"features": NEW}, {"features": {}}]}, "instances[1].features", "at least 1"),
        ("/batch", {"instances": [{"features": {**NEW, "x": 1}}]}, "instances[0].features.x", "is unknown"),
    ],
)
def test_e1_a_wrong_request_names_its_fields_and_records_nothing(client, path, document, field, words):
    answer = client.post(path, json=document)
    assert answer.status_code == 400
    (wrong,) = answer.json()["error"]["fields"]
    assert wrong["field"] == field
    assert words in wrong["message"]
    assert items() == []


def test_e1_a_batch_above_the_limit_is_refused(client):
    answer = client.post("/batch", json={"instances": [{"features": NEW}] * 61})
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "batch_too_large"


def test_e3_what_the_table_did_not_take_is_sent_again(cloud, monkeypatch):
    sent = []

    class Busy:
        def batch_write_item(self, RequestItems):  # noqa: N803 (AWS's own name)
            (requests,) = RequestItems.values()
            sent.append(len(requests))
            return {"UnprocessedItems": {TABLE: requests[1:]}} if len(requests) > 1 else {}

    monkeypatch.setattr(records_in_dynamodb, "client", lambda service: Busy())
    monkeypatch.setattr(records_in_dynamodb.time, "sleep", lambda seconds: None)
    DynamoRecords(TABLE).keep([Record("m", NEW, 0.1) for _ in range(3)])
    assert sent == [3, 2, 1]


def test_e3_a_table_that_takes_nothing_is_told(serve, monkeypatch):
    class Full:
        def batch_write_item(self, RequestItems):  # noqa: N803
            return {"UnprocessedItems": RequestItems}

    client = serve()
    monkeypatch.setattr(records_in_dynamodb, "client", lambda service: Full())
    monkeypatch.setattr(records_in_dynamodb.time, "sleep", lambda seconds: None)
    answer = client.post("/predict", json={"features": NEW})
    assert answer.status_code == 503
    assert answer.json()["error"]["code"] == "records_unavailable"
    assert "Throttled" in answer.json()["error"]["message"]


def test_e3_without_its_table_a_prediction_is_not_given_away(serve):
    answer = serve(TABLE_NAME="gone").post("/predict", json={"features": NEW})
    assert answer.status_code == 503
    assert "ResourceNotFoundException" in answer.json()["error"]["message"]
    assert "risk" not in answer.text


def test_e1_health_names_the_model_and_its_features(client):
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json()["model"]["name"] == "failure-risk"
    assert answer.json()["features"]["load_percent"] == {"minimum": 0, "maximum": 120}


def test_e1_every_request_is_one_log_line_without_its_content(client, capsys):
    capsys.readouterr()
    answer = client.post("/predict", json={"features": WORN})
    lines = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    (line,) = [one for one in lines if one["message"] == "request"]
    assert (line["method"], line["path"], line["status"]) == ("POST", "/predict", 200)
    assert line["request_id"] == answer.headers["x-request-id"]
    assert "92.5" not in json.dumps(lines)


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/predict", 405), ("GET", "/nothing", 404)])
def test_e1_unknown_routes_are_told_which_there_are(client, method, path, status):
    answer = client.request(method, path)
    assert answer.status_code == status
    assert "POST /batch" in answer.json()["error"]["hint"]


def test_e1_a_page_from_an_allowed_origin_may_read_even_errors(client):
    answer = client.get("/nothing", headers={"Origin": "https://app.example.com"})
    assert answer.headers["access-control-allow-origin"] == "https://app.example.com"
    other = client.get("/health", headers={"Origin": "https://attacker.example.com"})
    assert "access-control-allow-origin" not in other.headers


def test_e1_a_failure_of_the_code_is_told_by_its_request_id(client, monkeypatch, capsys):
    monkeypatch.setattr("app.predictions.refuse", lambda wrong: 1 / 0)
    answer = client.post("/predict", json={"features": NEW})
    assert answer.status_code == 500
    assert answer.headers["x-request-id"] in answer.json()["error"]["hint"]
    assert "ZeroDivisionError" not in answer.text
    assert "ZeroDivisionError" in capsys.readouterr().out
