"""CH2, CH9: the page calls the API as the role of its task, and as nobody else."""

import hashlib
import hmac
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from customers import LEAVING

from churn_ui import client
from churn_ui.settings import SettingsError, api

KEY, SECRET, TOKEN = "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "the/session+token=="
PREDICTION = {"probability": 0.5, "at_risk": False, "factors": []}
AUTHORIZATION = re.compile(
    r"AWS4-HMAC-SHA256 Credential=(?P<scope>[^,]+), SignedHeaders=(?P<names>[^,]+), Signature=(?P<signature>[0-9a-f]{64})"
)


@pytest.fixture
def gateway():
    """Remembers what it was asked, and answers one prediction."""
    asked = []

    class Gateway(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append({"path": self.path, "headers": dict(self.headers.items()), "body": body})
            content = json.dumps(PREDICTION).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1", asked
    server.shutdown()
    server.server_close()


@pytest.fixture
def role(monkeypatch):
    """Credentials of a role, as a task has them."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setenv("AWS_SESSION_TOKEN", TOKEN)


def ask(address, **environment):
    client.predict(api({"API_ENDPOINT": address} | environment), LEAVING)


def signed_again(request, names, scope, secret=SECRET):
    """The signature that AWS computes on its side (Signature Version 4), from what arrived."""
    headers = {name.lower(): value.strip() for name, value in request["headers"].items()}
    digest = hashlib.sha256(request["body"]).hexdigest()
    lines = ["POST", request["path"], "", *[f"{name}:{headers[name]}" for name in names], "", ";".join(names), digest]
    canonical = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    date, region, service, end = scope.split("/")
    to_sign = "\n".join(["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, canonical])
    key = ("AWS4" + secret).encode()
    for part in (date, region, service, end, to_sign):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return key.hex()


def test_ch2_a_request_is_signed_with_the_role_of_the_task_for_its_region(gateway, role):
    address, asked = gateway
    ask(address, API_AUTHORIZATION="iam", AWS_REGION="eu-central-1")
    headers = asked[0]["headers"]
    found = AUTHORIZATION.fullmatch(headers["Authorization"])
    key, scope = found["scope"].split("/", 1)
    assert (key, scope) == (KEY, f"{headers['X-Amz-Date'][:8]}/eu-central-1/execute-api/aws4_request")
    assert headers["X-Amz-Security-Token"] == TOKEN
    names = found["names"].split(";")
    assert names == ["content-type", "host", "x-amz-date", "x-amz-security-token"]
    assert found["signature"] == signed_again(asked[0], names, scope)
    assert json.loads(asked[0]["body"]) == LEAVING


@pytest.mark.parametrize("part", ["body", "path", "secret"])
def test_ch2_the_signature_is_of_this_request_and_this_role(gateway, role, part):
    address, asked = gateway
    ask(address, API_AUTHORIZATION="iam", AWS_REGION="eu-central-1")
    found = AUTHORIZATION.fullmatch(asked[0]["headers"]["Authorization"])
    scope = found["scope"].split("/", 1)[1]
    other = asked[0] | {"body": {"body": b"{}"}, "path": {"path": "/v1/health"}}.get(part, {})
    secret = "another" if part == "secret" else SECRET
    assert found["signature"] != signed_again(other, found["names"].split(";"), scope, secret)


@pytest.mark.parametrize("environment", [{}, {"API_AUTHORIZATION": "none"}, {"API_AUTHORIZATION": " "}])
def test_ch9_an_open_api_gets_no_signature(gateway, role, environment):
    address, asked = gateway
    ask(address, **environment)
    assert not [name for name in asked[0]["headers"] if name.lower().startswith(("authorization", "x-amz-"))]


def test_ch2_a_page_without_credentials_says_where_they_come_from(gateway, monkeypatch, tmp_path):
    address, asked = gateway
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    with pytest.raises(client.ApiError) as raised:
        ask(address, API_AUTHORIZATION="iam", AWS_REGION="eu-central-1")
    assert "no credentials to sign its request with" in raised.value.message
    assert "task's role" in raised.value.hint
    assert not asked


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"API_AUTHORIZATION": "iam"}, "AWS_REGION is ''"),
        ({"API_AUTHORIZATION": "iam", "AWS_REGION": "Frankfurt"}, "AWS_REGION is 'Frankfurt'"),
        ({"API_AUTHORIZATION": "key"}, "must be iam (requests are signed) or none"),
        ({"API_AUTHORIZATION": "jwt"}, "has no token to send"),
        ({"API_AUTHORIZATION": "jwt"}, "Set the stack's authorizer to iam"),
    ],
)
def test_ch9_what_the_page_cannot_use_is_said_with_what_to_do(environment, words):
    with pytest.raises(SettingsError, match=re.escape(words)):
        api({"API_ENDPOINT": "https://a.execute-api.eu-central-1.amazonaws.com/v1"} | environment)
