"""D2: told of a Spot interruption, a real process finishes what runs, takes nothing new, and ends with 0."""

import json
import signal
import socket
import time

import boto3
import httpx2
import pytest
from conftest import FILES, REGION
from hours import CSV, RUSH

BODY = b'--cut\r\nContent-Disposition: form-data; name="file"; filename="hours.csv"\r\n\r\n' + CSV + b"\r\n--cut--\r\n"


def begin_upload(service):
    """A request that has begun and not ended: the service has asked for its body, and has a part of it."""
    connection = socket.create_connection(("127.0.0.1", service.port), timeout=30)
    head = (
        "POST /files HTTP/1.1\r\nHost: predictor\r\nContent-Type: multipart/form-data; boundary=cut\r\n"
        f"Content-Length: {len(BODY)}\r\nExpect: 100-continue\r\n\r\n"
    )
    connection.sendall(head.encode())
    assert connection.recv(1_000).startswith(b"HTTP/1.1 100 Continue")
    connection.sendall(BODY[:60])
    return connection


def draining(service):
    """Sends the signal, and waits until it has been heard."""
    service.process.send_signal(signal.SIGTERM)
    limit = time.monotonic() + 30
    while service.health() != 503:
        assert time.monotonic() < limit, "the signal was not heard"
        time.sleep(0.05)


def read_all(connection):
    received = b""
    while part := connection.recv(65_536):
        received += part
    return received.decode()


def messages(output):
    return [json.loads(line)["message"] for line in output.splitlines()]


def test_d2_a_running_request_is_finished_and_new_ones_are_refused(start, storage_url):
    service = start()
    upload = begin_upload(service)
    signalled = time.monotonic()
    draining(service)

    health = httpx2.get(f"{service.url}/health")
    assert (health.status_code, health.json()) == (503, {"status": "draining"})
    refused = httpx2.post(f"{service.url}/predictions", json={"instances": [RUSH]})
    assert refused.status_code == 503
    assert refused.json()["error"]["code"] == "draining"
    assert refused.headers["retry-after"] == "1"
    assert refused.headers["connection"] == "close"

    # Longer than the service lingers without work: it waits for the request, not for the clock.
    time.sleep(4)
    assert service.process.poll() is None
    upload.sendall(BODY[60:])
    answer = read_all(upload)
    assert answer.startswith("HTTP/1.1 201 Created")
    file_id = json.loads(answer.rpartition("\r\n\r\n")[2])["file_id"]
    s3 = boto3.client("s3", region_name=REGION, endpoint_url=storage_url)
    assert s3.get_object(Bucket=FILES, Key=f"files/{file_id}")["Body"].read() == CSV

    code, output = service.ended(timeout=60)
    assert code == 0
    assert time.monotonic() - signalled < 120
    assert messages(output)[-1] == "stopped"
    assert "draining" in messages(output)


def test_d2_without_work_the_process_ends_soon_with_0(start):
    service = start()
    began = time.monotonic()
    draining(service)
    code, _ = service.ended(timeout=60)
    assert code == 0
    assert time.monotonic() - began < 60


def test_d2_an_idle_connection_does_not_hold_the_process(start):
    service = start()
    with httpx2.Client() as idle:
        assert idle.get(f"{service.url}/health").status_code == 200
        draining(service)
        assert service.ended(timeout=60)[0] == 0


def test_d2_a_request_that_outlives_the_grace_is_cut_off_and_that_is_not_hidden(start):
    """D2: better to end by itself, with a word, than to be killed without one."""
    service = start(SHUTDOWN_GRACE_SECONDS="4")
    upload = begin_upload(service)
    began = time.monotonic()
    draining(service)
    code, output = service.ended(timeout=60)
    assert code == 1
    assert 3 < time.monotonic() - began < 60
    last = json.loads(output.splitlines()[-1])
    assert (last["message"], last["requests"]) == ("stopped with requests unfinished", 1)
    assert "SHUTDOWN_GRACE_SECONDS" in last["next"]
    upload.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_d2_a_repeated_signal_changes_nothing_or_hurries(start, number):
    """D2: SIGTERM twice still finishes what runs; Ctrl-C twice means now."""
    service = start()
    upload = begin_upload(service)
    service.process.send_signal(number)
    time.sleep(0.5)
    service.process.send_signal(number)
    if number == signal.SIGINT:
        assert service.ended(timeout=60)[0] == 1
        return
    time.sleep(4)
    upload.sendall(BODY[60:])
    assert read_all(upload).startswith("HTTP/1.1 201 Created")
    assert service.ended(timeout=60)[0] == 0
