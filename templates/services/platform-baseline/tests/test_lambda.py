"""E1: run by Lambda, the same image answers API Gateway's events. The process is real, and Lambda's side of its API is played here."""

from __future__ import annotations

import base64
import json
import queue
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from conftest import ENVIRONMENT, ROOT
from machine import NEW, WORN


def event(method, path, body=None, **parts):
    return {
        "resource": path,
        "path": path,
        "httpMethod": method,
        "headers": {"Content-Type": "application/json", "Origin": "https://app.example.com"},
        "multiValueHeaders": {"Content-Type": ["application/json"], "Origin": ["https://app.example.com"]},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "requestContext": {"stage": "v1", "identity": {"sourceIp": "192.0.2.1"}},
        "body": body if body is None or isinstance(body, str) else json.dumps(body),
        "isBase64Encoded": False,
        **parts,
    }


class Runtime:
    """The runtime API: hands events out one after the other, and collects what comes back."""

    def __init__(self):
        self.events: queue.Queue = queue.Queue()
        self.answers: queue.Queue = queue.Queue()
        runtime = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):  # noqa: N802
                assert self.path == "/2018-06-01/runtime/invocation/next"
                body = json.dumps(runtime.events.get()).encode()
                self.send_response(200)
                self.send_header("Lambda-Runtime-Aws-Request-Id", "request-1")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self):  # noqa: N802
                content = self.rfile.read(int(self.headers["Content-Length"]))
                runtime.answers.put((self.path.removeprefix("/2018-06-01/runtime"), json.loads(content)))
                self.send_response(202)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"127.0.0.1:{self.server.server_address[1]}"

    def ask(self, asked):
        self.events.put(asked)
        return self.answers.get(timeout=60)


@pytest.fixture
def runtime():
    played = Runtime()
    yield played
    played.server.shutdown()


@pytest.fixture
def start(runtime):
    processes = []

    def begin(**environment):
        command = [sys.executable, "-B", "-m", "app"]
        found = {**ENVIRONMENT, "AWS_LAMBDA_RUNTIME_API": runtime.address, **environment}
        processes.append(subprocess.Popen(command, cwd=ROOT, env=found, stdout=subprocess.PIPE, text=True))
        return processes[-1]

    yield begin
    for process in processes:
        process.kill()
        process.communicate()


@pytest.fixture
def ask(runtime, start, aws_url):
    start(AWS_ENDPOINT_URL=aws_url)

    def one(*arguments, **parts):
        path, answer = runtime.ask(event(*arguments, **parts))
        assert path == "/invocation/request-1/response"
        return answer["statusCode"], json.loads(answer["body"] or "null"), answer

    return one


def test_e1_events_are_answered_one_after_the_other(ask):
    status, body, whole = ask("POST", "/predict", {"features": WORN})
    assert (status, body["model"]["name"]) == (200, "failure-risk")
    assert whole["multiValueHeaders"]["access-control-allow-origin"] == ["https://app.example.com"]
    assert whole["isBase64Encoded"] is False

    status, body, _ = ask("POST", "/batch", {"instances": [{"features": NEW}, {"features": WORN}]})
    assert status == 200
    assert [one["risk"] > 0.5 for one in body["predictions"]] == [False, True]

    status, body, _ = ask("GET", "/health")
    assert (status, body["status"]) == (200, "ok")


def test_e1_a_body_in_base64_and_headers_given_once_are_read(ask):
    body = base64.b64encode(json.dumps({"features": NEW}).encode()).decode()
    status, _, _ = ask("POST", "/predict", body, isBase64Encoded=True, multiValueHeaders=None)
    assert status == 200


def test_e1_refusals_are_answers_and_not_failures_of_the_function(ask):
    assert ask("POST", "/predict", "{")[0] == 400
    assert ask("POST", "/predict", {"features": {"x": 1}})[0] == 400
    assert ask("GET", "/nothing")[0] == 404


def test_e1_an_event_that_is_no_request_fails_alone(runtime, start, aws_url):
    start(AWS_ENDPOINT_URL=aws_url)
    path, answer = runtime.ask({"no": "request"})
    assert path == "/invocation/request-1/error"
    assert answer["errorType"] == "KeyError"
    assert runtime.ask(event("GET", "/health"))[1]["statusCode"] == 200


def test_e1_a_wrong_setting_is_reported_to_lambda(runtime, start):
    process = start(MAX_BATCH_ITEMS="many")
    path, answer = runtime.answers.get(timeout=60)
    assert path == "/init/error"
    assert "MAX_BATCH_ITEMS is 'many'" in answer["errorMessage"]
    assert process.wait(timeout=30) == 1
