"""CH12, CH4: the API asks the endpoint by SageMaker's own request, and the model behind it answers."""

import json
from io import BytesIO

import pytest
from customers import LEAVING, STAYING
from fastapi.testclient import TestClient

from churn_api import endpoint
from churn_api.app import app
from churn_api.predictions import features

client = TestClient(app)


def test_ch12_one_customer_gets_a_probability_and_its_factors(deployed):
    answer = client.post("/predict", json=LEAVING)
    assert answer.status_code == 200
    found = answer.json()
    assert found["probability"] > 0.8
    assert found["at_risk"] is True
    effects = [abs(factor["effect"]) for factor in found["factors"]]
    assert effects == sorted(effects, reverse=True)
    assert 1 <= len(effects) <= 5
    calls = next(factor for factor in found["factors"] if factor["field"] == "support_calls_90_days")
    assert (calls["value"], calls["typical"]) == (4, 0)
    assert calls["effect"] > 0.05


def test_ch12_a_factor_is_the_difference_to_the_usual_value(deployed):
    """CH12: predicted once more by hand, the effect is the same."""
    found = client.post("/predict", json=LEAVING).json()
    factor = found["factors"][0]
    usual = client.post("/predict", json=LEAVING | {factor["field"]: factor["typical"]}).json()
    assert factor["effect"] == pytest.approx(found["probability"] - usual["probability"], abs=2e-4)


def test_ch12_a_typical_customer_has_no_factors(deployed):
    answer = client.post("/predict", json=dict(features().typical))
    assert answer.json()["factors"] == []


def test_ch12_many_customers_are_answered_in_their_order(deployed):
    answer = client.post("/predict", json={"customers": [STAYING, LEAVING] * 500})
    assert answer.status_code == 200
    found = answer.json()["predictions"]
    assert len(found) == 1_000
    assert [prediction["at_risk"] for prediction in found[:4]] == [False, True, False, True]
    one = client.post("/predict", json=LEAVING).json()
    assert found[1] == {"probability": one["probability"], "at_risk": True}


def test_ch4_only_this_endpoint_is_invoked_with_text_csv(monkeypatch):
    asked = []

    def answer(operation, params):
        asked.append((operation, params))
        return {"Body": BytesIO(b"0.25")}

    monkeypatch.setattr(endpoint.runtime(), "_make_api_call", answer)
    assert client.post("/predict", json={"customers": [LEAVING]}).status_code == 200
    ((operation, params),) = asked
    assert operation == "InvokeEndpoint"
    assert params["EndpointName"] == "telco-churn-xgboost-endpoint"
    assert params["ContentType"] == params["Accept"] == "text/csv"
    assert params["Body"] == features().csv([LEAVING]).encode()


def test_ch12_health_names_the_model_and_asks_nothing_of_aws():
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json()["model"]["sha256"] == features().model_sha256
    assert answer.json()["endpoint"] == "telco-churn-xgboost-endpoint"


def test_ch12_a_page_from_an_allowed_origin_may_call_and_read_even_errors():
    origin = {"Origin": "https://app.example.com"}
    asked = {**origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    before = client.options("/predict", headers=asked)
    assert before.status_code == 200
    assert before.headers["access-control-allow-origin"] == "https://app.example.com"
    refused = client.post("/predict", content=b"{", headers=origin)
    assert refused.status_code == 400
    assert refused.headers["access-control-allow-origin"] == "https://app.example.com"
    other = client.get("/health", headers={"Origin": "https://attacker.example.com"})
    assert "access-control-allow-origin" not in other.headers


def test_ch12_every_request_is_one_log_line_without_the_customer(deployed, capsys):
    answer = client.post("/predict", json=LEAVING)
    (line,) = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    assert (line["message"], line["path"], line["status"]) == ("request", "/predict", 200)
    assert line["request_id"] == answer.headers["x-request-id"]
    assert "104.5" not in json.dumps(line)
