"""CH12: requests that cannot be predicted, refused with every field that is wrong."""

import json

import pytest
from customers import LEAVING, STAYING
from fastapi.testclient import TestClient

from churn_api.app import app

client = TestClient(app)


def refused(status, **keywords):
    answer = client.post("/predict", **keywords)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error["message"] and error["hint"]
    return error


def test_ch12_wrong_fields_are_listed_with_clear_text():
    error = refused(400, json=LEAVING | {"contract": "weekly", "phone_lines": 99})
    assert error["code"] == "invalid_customer"
    assert [entry["field"] for entry in error["fields"]] == ["contract", "phone_lines"]
    assert error["fields"][0]["message"] == (
        "contract is 'weekly'; it must be one of month_to_month, one_year, two_year."
    )
    assert error["message"].startswith("2 fields are wrong. contract is 'weekly'")


def test_ch12_in_a_list_the_wrong_customer_is_named_by_its_place():
    error = refused(400, json={"customers": [LEAVING, STAYING | {"streaming": "yes"}, 5]})
    assert [entry["field"] for entry in error["fields"]] == ["customers[1].streaming", "customers[2]"]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"customers": []}, "customers holds 0 customers"),
        ({"customers": [LEAVING] * 1_001}, "customers holds 1001 customers"),
        ({"customers": "all"}, "customers holds no list"),
        ({"customers": [LEAVING], "model": "b"}, "'model' cannot stand beside customers"),
        ([LEAVING], "A customer is an object of fields, not a list"),
        ({}, "12 fields are wrong"),
    ],
)
def test_ch12_other_shapes_are_refused(document, message):
    assert message in refused(400, json=document)["message"]


def test_ch12_a_list_of_problems_has_an_end():
    error = refused(400, json={"customers": [{}] * 900})
    assert len(error["fields"]) == 50
    assert error["message"].startswith("At least 50 fields are wrong.")


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b'{"tenure_months": NaN}', b"[" * 100_000])
def test_ch12_what_is_no_json_is_told_so(body):
    assert refused(400, content=body)["code"] == "broken_json"


def test_ch12_a_body_that_is_too_large_is_refused_before_it_is_parsed():
    error = refused(413, content=json.dumps({"customers": ["x" * 1_000_000]}).encode())
    assert error["code"] == "body_too_large"


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/predict", 405), ("GET", "/predicts", 404)])
def test_ch12_unknown_routes_are_told_which_there_are(method, path, status):
    answer = client.request(method, path)
    assert answer.status_code == status
    assert answer.json()["error"]["hint"] == "Use GET /health or POST /predict."
