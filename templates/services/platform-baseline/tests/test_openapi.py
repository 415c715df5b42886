"""E1: openapi.yaml describes exactly what the service does."""

import jsonschema
import pytest
import yaml
from conftest import ENVIRONMENT, ROOT
from fastapi.testclient import TestClient
from machine import NEW, WORN
from openapi_spec_validator import validate

from app.answers import MAX_BODY_BYTES
from app.application import create_application
from app.settings import MAX_BATCH_ITEMS, read_settings
from app.work import Work

DOCUMENT = yaml.safe_load((ROOT / "openapi.yaml").read_text())
SCHEMAS = DOCUMENT["components"]["schemas"]


def matches(answer, path, status):
    assert answer.status_code == status, answer.text
    response = DOCUMENT["paths"][path][answer.request.method.lower()]["responses"][str(status)]
    if "$ref" in response:
        response = DOCUMENT["components"]["responses"][response["$ref"].rpartition("/")[2]]
    schema = response["content"]["application/json"]["schema"] | {"components": DOCUMENT["components"]}
    jsonschema.validate(answer.json(), schema)


def test_e1_the_document_is_valid_openapi():
    validate(DOCUMENT)


def test_e1_every_route_is_described_and_nothing_else():
    application = create_application(read_settings(ENVIRONMENT), Work())
    described = {(path, method) for path, item in DOCUMENT["paths"].items() for method in item}
    served = {(route.path, method.lower()) for route in application.routes for method in route.methods - {"HEAD"}}
    assert described == served


def test_e1_the_limits_are_described():
    assert SCHEMAS["Batch"]["properties"]["instances"]["maxItems"] == MAX_BATCH_ITEMS


def test_e1_the_example_is_answered(client):
    body = DOCUMENT["paths"]["/predict"]["post"]["requestBody"]["content"]["application/json"]
    matches(client.post("/predict", json=body["example"]), "/predict", 200)


def test_e1_answers_match_the_document(client):
    matches(client.get("/health"), "/health", 200)
    matches(client.post("/predict", json={"features": NEW}), "/predict", 200)
    matches(client.post("/batch", json={"instances": [{"features": NEW}, {"features": WORN}]}), "/batch", 200)


@pytest.mark.parametrize("path", ["/predict", "/batch"])
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ({"json": {}}, 400),
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 400),
        ({"content": b"x" * (MAX_BODY_BYTES + 1)}, 413),
        ({"content": iter([b"x"])}, 411),
    ],
)
def test_e1_refusals_match_the_document(client, path, arguments, status):
    matches(client.post(path, **arguments), path, status)


def test_e3_a_database_out_of_reach_matches_the_document(serve):
    matches(serve(TABLE_NAME="gone").post("/predict", json={"features": NEW}), "/predict", 503)


def test_e7_answers_while_draining_match_the_document():
    work = Work()
    client = TestClient(create_application(read_settings(ENVIRONMENT), work))
    work.drain()
    matches(client.get("/health"), "/health", 503)
    matches(client.post("/predict", json={}), "/predict", 503)
    matches(client.post("/batch", json={}), "/batch", 503)
