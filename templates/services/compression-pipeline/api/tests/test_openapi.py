"""B1: openapi.yaml describes exactly what the service does."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from openapi_spec_validator import validate

from pipeline_api.contract import contract
from pipeline_api.routes import ROUTES

DOCUMENT = yaml.safe_load((Path(__file__).parents[2] / "openapi.yaml").read_text())
INPUT = {"model_uri": "builtin://digits"}


def schema(path, method, status):
    response = DOCUMENT["paths"][path][method]["responses"][str(status)]
    if "$ref" in response:
        response = DOCUMENT["components"]["responses"][response["$ref"].rpartition("/")[2]]
    return response["content"]["application/json"]["schema"] | {"components": DOCUMENT["components"]}


def test_b1_the_document_is_valid_openapi():
    validate(DOCUMENT)


def test_b1_every_route_is_described_and_nothing_else():
    described = {f"{method.upper()} {path}" for path, item in DOCUMENT["paths"].items() for method in item}
    assert described == set(ROUTES)


def bare(rule):
    """The parts of a schema that decide, without words and without what only draft 07 can say."""
    if "$ref" in rule:
        rule = DOCUMENT["components"]["schemas"][rule["$ref"].rpartition("/")[2]]
    kept = ("enum", "minimum", "maximum", "maxLength", "pattern", "required", "additionalProperties")
    decided = {name: rule[name] for name in kept if name in rule}
    types = rule["type"] if isinstance(rule["type"], list) else [rule["type"]] + ["null"] * rule.get("nullable", False)
    properties = {name: bare(part) for name, part in rule.get("properties", {}).items()}
    return decided | {"types": types, "properties": properties}


def test_b8_the_described_input_is_the_contract():
    assert bare({"$ref": "#/components/schemas/JobInput"}) == bare(contract()["inputSchema"])


@pytest.mark.parametrize(
    ("route", "arguments", "expected"),
    [
        ("POST /presign", {}, 201),
        ("POST /presign", {"body": {"size_bytes": 0}}, 400),
        ("POST /submit", {"body": INPUT}, 202),
        ("POST /submit", {"body": {}}, 400),
        ("POST /submit", {"body": {"x": "x" * 20_000}}, 413),
        ("GET /status/{id}", {"id": "none"}, 404),
        ("GET /download/{id}", {"id": "none"}, 404),
    ],
)
def test_b1_answers_match_the_document(account, call, route, arguments, expected):
    method, path = route.split()
    status, answer = call(route, **arguments)
    assert status == expected
    jsonschema.validate(answer, schema(path, method.lower(), status))


def test_b1_a_jobs_answers_match_the_document(account, call):
    identifier = call("POST /submit", INPUT)[1]["id"]
    metrics = {"steps": [{"step": "baseline", "size_bytes": 1, "latency_ms": 0.1, "accuracy": 1}]}
    for state in ("RUNNING", "SUCCEEDED", "REJECTED", "FAILED"):
        account.record(identifier, state=state, step="prune", metrics=json.dumps(metrics), error="e", cause="c")
        status, answer = call("GET /status/{id}", id=identifier)
        jsonschema.validate(answer, schema("/status/{id}", "get", status))
        status, answer = call("GET /download/{id}", id=identifier)
        jsonschema.validate(answer, schema("/download/{id}", "get", status))
    key = f"runs/{identifier}/evaluate/model.npz"
    account.s3.put_object(Bucket="compression-dev-models", Key=key, Body=b"small")
    account.record(identifier, state="SUCCEEDED")
    status, answer = call("GET /download/{id}", id=identifier)
    assert status == 200
    jsonschema.validate(answer, schema("/download/{id}", "get", 200))
