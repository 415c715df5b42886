"""D8: openapi.yaml describes exactly what the service does."""

from typing import get_args

import jsonschema
import pytest
import yaml
from conftest import ENVIRONMENT, ROOT
from fastapi.testclient import TestClient
from hours import CSV, RUSH
from openapi_spec_validator import validate

from app.application import create_application
from app.files import MAX_BODY_BYTES
from app.instance import MAX_INSTANCES, Instance, Weekday
from app.settings import read_settings
from app.work import Work

DOCUMENT = yaml.safe_load((ROOT / "openapi.yaml").read_text())
SCHEMAS = DOCUMENT["components"]["schemas"]


def schema(path, method, status):
    response = DOCUMENT["paths"][path][method]["responses"][str(status)]
    if "$ref" in response:
        response = DOCUMENT["components"]["responses"][response["$ref"].rpartition("/")[2]]
    return response["content"]["application/json"]["schema"] | {"components": DOCUMENT["components"]}


def matches(answer, path, status, method=None):
    assert answer.status_code == status, answer.text
    jsonschema.validate(answer.json(), schema(path, method or answer.request.method.lower(), status))


def test_d8_the_document_is_valid_openapi():
    validate(DOCUMENT)


def test_d8_every_route_is_described_and_nothing_else():
    application = create_application(read_settings(ENVIRONMENT), Work())
    described = {(path, method) for path, item in DOCUMENT["paths"].items() for method in item}
    served = {(route.path, method.lower()) for route in application.routes for method in route.methods - {"HEAD"}}
    assert described == served


def test_d8_an_instance_is_described_as_it_is_read():
    described = SCHEMAS["Instance"]
    read = Instance.model_json_schema()
    assert list(described["properties"]) == list(read["properties"]) == described["required"]
    assert tuple(described["properties"]["weekday"]["enum"]) == get_args(Weekday)
    for name, limits in read["properties"].items():
        for key in ("type", "minimum", "maximum"):
            assert described["properties"][name].get(key) == limits.get(key)


def test_d8_the_limits_are_described():
    assert SCHEMAS["PredictionRequest"]["properties"]["instances"]["maxItems"] == MAX_INSTANCES
    assert f"{MAX_BODY_BYTES:,}" in (ROOT / "openapi.yaml").read_text()


def test_d8_answers_match_the_document(client):
    matches(client.get("/health"), "/health", 200)
    uploaded = client.post("/files", files={"file": ("hours.csv", CSV)})
    matches(uploaded, "/files", 201)
    matches(client.post("/predictions", json={"file_id": uploaded.json()["file_id"]}), "/predictions", 201)
    made = client.post("/predictions", json={"instances": [RUSH]})
    matches(made, "/predictions", 201)
    matches(client.get(made.json()["result_url"]), "/predictions/{prediction_id}", 200)


@pytest.mark.parametrize(
    ("method", "target", "path", "arguments", "status"),
    [
        ("POST", "/files", "/files", {"files": {"other": ("hours.csv", CSV)}}, 400),
        ("POST", "/files", "/files", {"content": CSV}, 415),
        ("POST", "/files", "/files", {"files": {"file": ("hours.csv", b"x" * MAX_BODY_BYTES)}}, 413),
        ("POST", "/files", "/files", {"content": iter([b"x"])}, 411),
        ("POST", "/predictions", "/predictions", {"json": {"instances": [{}]}}, 400),
        ("POST", "/predictions", "/predictions", {"json": {"file_id": "0" * 32}}, 404),
        ("GET", "/predictions/x", "/predictions/{prediction_id}", {}, 404),
    ],
)
def test_d8_refusals_match_the_document(client, method, target, path, arguments, status):
    matches(client.request(method, target, **arguments), path, status)


def test_d2_answers_while_draining_match_the_document():
    work = Work()
    client = TestClient(create_application(read_settings(ENVIRONMENT), work))
    work.drain()
    matches(client.get("/health"), "/health", 503)
    matches(client.post("/predictions", json={}), "/predictions", 503)
    matches(client.post("/files"), "/files", 503)
    matches(client.get("/predictions/x"), "/predictions/{prediction_id}", 503)
