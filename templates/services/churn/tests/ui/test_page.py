"""CH12: the page itself, with the API and the model behind it, and with neither."""

import csv
import io
import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from conftest import ROOT
from customers import LEAVING, STAYING
from streamlit.testing.v1 import AppTest

from churn_ui import client


@pytest.fixture
def page(monkeypatch):
    """The page, asked to talk to an address."""

    def open_page(address):
        monkeypatch.setenv("API_ENDPOINT", address)
        opened = AppTest.from_file(str(ROOT / "ui/app.py"), default_timeout=60).run()
        assert not opened.exception
        return opened

    return open_page


def fill(opened, customer):
    for widget in [*opened.number_input, *opened.selectbox, *opened.checkbox]:
        widget.set_value(customer[widget.key])
    return press(opened, "Predict")


def press(opened, label):
    next(button for button in opened.button if button.label == label).click()
    opened.run()
    assert not opened.exception
    return opened


def as_csv(customers, **extra):
    text = io.StringIO()
    writer = csv.DictWriter(text, [*extra, *customers[0]])
    writer.writeheader()
    for number, customer in enumerate(customers):
        ids = {name: values[number] for name, values in extra.items()}
        writer.writerow(ids | {name: "" if value is None else value for name, value in customer.items()})
    return text.getvalue().encode()


def upload(opened, content):
    opened.file_uploader[0].upload("customers.csv", content, "text/csv").run()
    assert not opened.exception
    return opened


def texts(opened):
    return "\n".join(str(shown.value) for shown in [*opened.text, *opened.error, *opened.markdown, *opened.caption])


def test_ch12_a_customer_at_risk_is_shown_with_probability_and_main_factors(page, api):
    opened = fill(page(api), LEAVING)
    (metric,) = opened.metric
    assert int(metric.value.rstrip(" %")) > 80
    assert opened.warning[0].value == "At risk of leaving"
    assert "**Support calls in 90 days: 4 calls** (usual: 0 calls) raises the probability by" in texts(opened)


def test_ch12_a_customer_who_stays_is_shown_as_such(page, api):
    opened = fill(page(api), STAYING)
    assert opened.success[0].value == "Likely to stay"


def test_ch12_the_form_can_be_sent_as_it_opens(page, api):
    opened = press(page(api), "Predict")
    assert len(opened.metric) == 1
    assert not opened.error


def test_ch12_a_contradiction_is_shown_before_anything_is_sent(page):
    opened = fill(page("http://127.0.0.1:9"), LEAVING | {"internet_service": "none"})
    assert opened.error[0].value == "Please correct the form."
    assert "streaming cannot be true while internet_service is none" in texts(opened)
    assert not opened.metric


def test_ch12_a_file_of_customers_is_predicted_and_offered_for_download(page, api):
    content = as_csv([STAYING, LEAVING], customer_id=["stays", "=leaves"])
    opened = press(upload(page(api), content), "Predict all")
    assert opened.metric[0].value == "1 of 2"
    table = opened.dataframe[0].value
    assert list(table["customer_id"]) == ["=leaves", "stays"]
    assert opened.download_button[0].label == "Download the results"


def test_ch12_a_wrong_file_is_explained_line_by_line(page):
    opened = upload(page("http://127.0.0.1:9"), as_csv([LEAVING, LEAVING | {"contract": "weekly"}]))
    assert opened.error[0].value == "The file cannot be used as it is."
    assert "line 3: contract is 'weekly'" in texts(opened)
    assert "Predict all" not in [button.label for button in opened.button]


def test_ch12_without_an_api_endpoint_the_page_says_what_to_set(page):
    opened = page("")
    assert "API_ENDPOINT is ''" in opened.error[0].value
    assert not opened.button


def test_ch9_a_page_that_should_send_tokens_says_that_it_has_none(page, monkeypatch):
    monkeypatch.setenv("API_AUTHORIZATION", "jwt")
    opened = page("https://a.execute-api.eu-central-1.amazonaws.com/v1")
    assert "has no token to send" in opened.error[0].value
    assert not opened.button


def test_ch12_an_api_that_cannot_be_reached_is_told(page):
    opened = press(page("http://127.0.0.1:9"), "Predict")
    assert "cannot be reached" in opened.error[0].value
    assert not opened.metric


class Answering(BaseHTTPRequestHandler):
    status, content = 200, b""

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.status)
        self.send_header("Content-Length", str(len(self.content)))
        self.end_headers()
        self.wfile.write(self.content)

    def log_message(self, *_):
        pass


NOT_READY = {"error": {"code": "endpoint_not_ready", "message": "The endpoint e is not ready.", "hint": "Try again."}}
WRONG = {
    "error": {
        "code": "invalid_customer",
        "message": "One field is wrong.",
        "hint": "Correct it.",
        "fields": [{"field": "contract", "message": "contract is new here."}],
    }
}


@pytest.mark.parametrize(
    ("status", "answer", "shown"),
    [
        (503, json.dumps(NOT_READY), "The endpoint e is not ready. Try again."),
        (400, json.dumps(WRONG), "contract: contract is new here."),
        (429, '{"message": "Too Many Requests"}', "too many requests"),
        (403, '{"message": "Forbidden"}', "does not let this page in"),
        (500, "<html>", "answered 500"),
        (302, "", "answered 302"),
        (200, "{}", "in a form this page does not know"),
        (200, '{"probability": 7, "at_risk": true, "factors": []}', "in a form this page does not know"),
        (200, "oops", "answered 200"),
    ],
)
def test_ch12_every_failure_of_the_api_is_shown_in_words(page, status, answer, shown):
    handler = type("One", (Answering,), {"status": status, "content": answer.encode()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    opened = press(page(f"http://127.0.0.1:{server.server_port}/v1"), "Predict")
    server.shutdown()
    server.server_close()
    assert shown in texts(opened)
    assert not opened.metric


def test_ch12_an_api_that_stays_silent_is_given_up(page, monkeypatch):
    """CH12: the connection is accepted and nothing ever comes."""
    monkeypatch.setattr(client, "TIMEOUTS", (1, 0.3))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        opened = press(page(f"http://127.0.0.1:{silent.getsockname()[1]}"), "Predict")
    assert "did not answer in time" in opened.error[0].value


def test_ch12_the_page_waits_longer_than_api_gateway():
    assert 30 < client.TIMEOUTS[1] < 60
