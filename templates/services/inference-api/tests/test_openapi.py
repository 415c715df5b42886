"""C15: openapi.yaml describes exactly what the service does."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from openapi_spec_validator import validate

from app import handler
from app.routes import AUDIO_TYPES, ROUTES
from tests.conftest import FakeContext, call, event
from tests.wav_files import sine, wav

DOCUMENT = yaml.safe_load((Path(__file__).parent.parent / "openapi.yaml").read_text())
TONE = wav(sine(440, 2.0))


def schema(path, method, status):
    response = DOCUMENT["paths"][path][method]["responses"][str(status)]
    if "$ref" in response:
        response = DOCUMENT["components"]["responses"][response["$ref"].rpartition("/")[2]]
    return response["content"]["application/json"]["schema"] | {"components": DOCUMENT["components"]}


def test_c15_the_document_is_valid_openapi():
    validate(DOCUMENT)


def test_c15_every_route_is_described_and_nothing_else():
    described = {
        path: {method.upper() for method in item if method in {"get", "post", "put", "delete", "patch"}}
        for path, item in DOCUMENT["paths"].items()
    }
    assert described == {path: set(methods) for path, methods in ROUTES.items()}


def test_c15_described_audio_types_are_accepted_ones():
    content = DOCUMENT["components"]["requestBodies"]["AudioOrUpload"]["content"]
    assert set(content) - {"multipart/form-data", "application/json"} <= AUDIO_TYPES


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("POST", "/predict", TONE, "audio/wav"), 200),
        (("POST", "/predict", b"noise", "audio/wav"), 400),
        (("POST", "/predict", b"noise", "text/plain"), 415),
        (("POST", "/predictions", TONE, "audio/wav"), 202),
        (("POST", "/predictions", b"{}", "application/json"), 400),
        (("POST", "/uploads"), 201),
        (("GET", "/health"), 200),
    ],
)
def test_c15_answers_match_the_document(cloud, arguments, expected):
    status, answer, _ = call(*arguments)
    assert status == expected
    jsonschema.validate(answer, schema(arguments[1], arguments[0].lower(), status))


@pytest.mark.parametrize("body", [TONE, b"noise"])
def test_c15_prediction_states_match_the_document(cloud, body):
    _, accepted, _ = call("POST", "/predictions", body, "audio/wav")
    for work in (False, True):
        if work:
            handler.handle(cloud[0], FakeContext())
        answer = handler.handle(event("GET", f"/predictions/{accepted['id']}"), FakeContext())
        jsonschema.validate(json.loads(answer["body"]), schema("/predictions/{id}", "get", 200))
