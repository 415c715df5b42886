"""CH12: openapi.yaml describes exactly what the API does."""

import jsonschema
import pytest
import yaml
from conftest import ROOT
from customers import LEAVING, STAYING
from fastapi.testclient import TestClient
from openapi_spec_validator import validate

from churn_api.app import app
from churn_api.request_body import MAX_CUSTOMERS
from customer.fields import FIELDS, Choice, Number

DOCUMENT = yaml.safe_load((ROOT / "openapi.yaml").read_text())
SCHEMAS = DOCUMENT["components"]["schemas"]
client = TestClient(app)


def schema(path, method, status):
    response = DOCUMENT["paths"][path][method]["responses"][str(status)]
    if "$ref" in response:
        response = DOCUMENT["components"]["responses"][response["$ref"].rpartition("/")[2]]
    return response["content"]["application/json"]["schema"] | {"components": DOCUMENT["components"]}


def test_ch12_the_document_is_valid_openapi():
    validate(DOCUMENT)


def test_ch12_every_route_is_described_and_nothing_else():
    described = {(path, method) for path, item in DOCUMENT["paths"].items() for method in item}
    served = {(route.path, method.lower()) for route in app.routes for method in route.methods - {"HEAD"}}
    assert described == served


def test_ch12_a_customer_is_described_by_the_fields_of_the_model():
    described = SCHEMAS["Customer"]
    assert list(described["properties"]) == [field.name for field in FIELDS]
    for field in FIELDS:
        found = described["properties"][field.name]
        optional = isinstance(field, Number) and field.optional
        assert (field.name in described["required"]) is not optional
        assert found.get("nullable", False) is optional
        if isinstance(field, Number):
            assert found["type"] == ("integer" if field.whole else "number")
            assert (found["minimum"], found["maximum"]) == (field.low, field.high)
        elif isinstance(field, Choice):
            assert tuple(found["enum"]) == field.options
        else:
            assert found["type"] == "boolean"


def test_ch12_the_largest_list_is_described():
    assert SCHEMAS["Customers"]["properties"]["customers"]["maxItems"] == MAX_CUSTOMERS


@pytest.mark.parametrize("document", [LEAVING, {"customers": [LEAVING, STAYING]}])
def test_ch12_predictions_match_the_document(deployed, document):
    answer = client.post("/predict", json=document)
    jsonschema.validate(answer.json(), schema("/predict", "post", 200))


@pytest.mark.parametrize(
    ("content", "status"), [(b"{}", 400), (b"{", 400), (b"x" * 1_000_001, 413), (b'{"customers": [5]}', 400)]
)
def test_ch12_refusals_match_the_document(content, status):
    answer = client.post("/predict", content=content)
    assert answer.status_code == status
    jsonschema.validate(answer.json(), schema("/predict", "post", status))


def test_ch12_an_endpoint_out_of_reach_matches_the_document(monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME", "http://127.0.0.1:9")
    answer = client.post("/predict", json=LEAVING)
    assert answer.status_code == 503
    jsonschema.validate(answer.json(), schema("/predict", "post", 503))


def test_ch12_health_matches_the_document():
    jsonschema.validate(client.get("/health").json(), schema("/health", "get", 200))
