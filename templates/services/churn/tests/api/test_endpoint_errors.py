"""CH12: when the endpoint does not predict, the caller learns why and when to come back."""

import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from botocore.config import Config
from customers import LEAVING
from fastapi.testclient import TestClient

from churn_api import endpoint, settings
from churn_api.app import app

client = TestClient(app)


class Refusing(BaseHTTPRequestHandler):
    """SageMaker's runtime, saying no in its own wire format."""

    status, error, message = 500, "", ""

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        content = json.dumps({"Message": self.message}).encode() if self.error else self.message.encode()
        self.send_response(self.status)
        if self.error:
            self.send_header("x-amzn-ErrorType", self.error)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


@pytest.fixture
def sagemaker_says(monkeypatch):
    servers = []

    def say(status, error, message=""):
        handler = type("One", (Refusing,), {"status": status, "error": error, "message": message})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        monkeypatch.setenv("AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME", f"http://127.0.0.1:{server.server_port}")
        return client.post("/predict", json={"customers": [LEAVING]})

    yield say
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "error", "message", "answered", "code", "hint"),
    [
        (400, "ThrottlingException", "Rate exceeded", 429, "throttled", "raise max_concurrency"),
        (429, "ModelNotReadyException", "loading", 503, "endpoint_not_ready", "Try again in half a minute"),
        (503, "ServiceUnavailable", "unavailable", 503, "endpoint_not_ready", "endpoint's status in SageMaker"),
        (530, "InternalDependencyException", "oops", 503, "endpoint_not_ready", "Try again"),
        (
            400,
            "ValidationError",
            "Endpoint telco-churn-xgboost-endpoint of account 123456789012 not found.",
            503,
            "endpoint_missing",
            "Upload model.tar.gz and apply the stack",
        ),
        (403, "AccessDeniedException", "not authorized", 500, "endpoint_forbidden", "Apply the stack's Terraform"),
        (424, "ModelError", "Feature shape mismatch", 502, "model_mismatch", "made by the same training"),
        (400, "SomethingNew", "what", 502, "endpoint_failed", "log group"),
    ],
)
def test_ch12_each_refusal_of_sagemaker_is_explained(sagemaker_says, status, error, message, answered, code, hint):
    answer = sagemaker_says(status, error, message)
    assert answer.status_code == answered
    found = answer.json()["error"]
    assert found["code"] == code
    assert hint in found["hint"]
    assert "telco-churn-xgboost-endpoint" in found["message"]
    assert ("retry-after" in answer.headers) == (answered in (429, 503))


@pytest.mark.parametrize("text", ["0.1,0.2", "", "oops", "1.5", "nan"])
def test_ch12_an_answer_that_is_not_one_probability_for_each_customer_is_refused(sagemaker_says, text):
    answer = sagemaker_says(200, "", text)
    assert answer.status_code == 502
    assert answer.json()["error"]["code"] == "model_mismatch"


@pytest.mark.parametrize("text", ["0.5", "0.5\n"])
def test_ch12_probabilities_in_lines_are_read_too(sagemaker_says, text):
    assert sagemaker_says(200, "", text).json() == {"predictions": [{"probability": 0.5, "at_risk": True}]}


def test_ch12_an_endpoint_that_cannot_be_reached_is_not_ready(monkeypatch):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME", f"http://127.0.0.1:{closed.getsockname()[1]}")
        answer = client.post("/predict", json=LEAVING)
    assert answer.status_code == 503
    assert answer.json()["error"]["code"] == "endpoint_not_ready"


def test_ch12_a_silent_endpoint_is_given_up_before_api_gateway_gives_up():
    times: Config = endpoint.runtime().meta.config
    assert times.connect_timeout + times.read_timeout < 29
    assert times.retries["total_max_attempts"] == 1


def test_ch12_a_missing_variable_is_named(monkeypatch):
    monkeypatch.delenv("ENDPOINT_NAME")
    settings.current.cache_clear()
    answer = client.get("/health")
    assert answer.status_code == 500
    assert "ENDPOINT_NAME is ''" in answer.json()["error"]["message"]


def test_ch12_a_failure_of_the_code_is_told_by_its_request_id(monkeypatch, capsys):
    monkeypatch.setattr(endpoint, "probabilities", lambda *_: None.probability)
    answer = client.post("/predict", json=LEAVING)
    assert answer.status_code == 500
    error = answer.json()["error"]
    assert error["code"] == "internal_error"
    assert answer.headers["x-request-id"] in error["hint"]
    assert "AttributeError" not in answer.text
    assert "AttributeError" in capsys.readouterr().out
