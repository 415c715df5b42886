"""E7, E8: told to stop, a real process on ECS finishes what runs, takes nothing new, and ends with 0."""

import json
import signal
import socket
import time

import boto3
import httpx2
import pytest
from conftest import REGION, TABLE
from machine import WORN

BODY = json.dumps({"features": WORN}).encode()


def begin_request(service):
    """A request that has begun and not ended: the service has asked for its body, and has a part of it."""
    connection = socket.create_connection(("127.0.0.1", service.port), timeout=30)
    head = (
        "POST /predict HTTP/1.1\r\nHost: serving\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(BODY)}\r\nExpect: 100-continue\r\n\r\n"
    )
    connection.sendall(head.encode())
    assert connection.recv(1_000).startswith(b"HTTP/1.1 100 Continue")
    connection.sendall(BODY[:20])
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


def test_e7_a_running_request_is_finished_and_new_ones_are_refused(start_task, aws_url):
    service = start_task()
    request = begin_request(service)
    signalled = time.monotonic()
    draining(service)

    health = httpx2.get(f"{service.url}/health")
    assert (health.status_code, health.json()) == (503, {"status": "draining"})
    refused = httpx2.post(f"{service.url}/predict", json={"features": WORN})
    assert refused.status_code == 503
    assert refused.json()["error"]["code"] == "draining"
    assert refused.headers["retry-after"] == "1"
    assert refused.headers["connection"] == "close"

    # Longer than the service lingers without work: it waits for the request, not for the clock.
    time.sleep(4)
    assert service.process.poll() is None
    request.sendall(BODY[20:])
    answer = read_all(request)
    assert answer.startswith("HTTP/1.1 200 OK")
    predicted = json.loads(answer.rpartition("\r\n\r\n")[2])["id"]
    table = boto3.resource("dynamodb", region_name=REGION, endpoint_url=aws_url).Table(TABLE)
    assert table.get_item(Key={"id": predicted})["Item"]["id"] == predicted

    code, output = service.ended(timeout=60)
    assert code == 0
    assert time.monotonic() - signalled < 120
    assert messages(output)[-1] == "stopped"
    assert "draining" in messages(output)


def test_e7_without_work_the_process_ends_soon_with_0(start_task):
    service = start_task()
    began = time.monotonic()
    draining(service)
    code, _ = service.ended(timeout=60)
    assert code == 0
    assert time.monotonic() - began < 60


def test_e7_an_idle_connection_does_not_hold_the_process(start_task):
    service = start_task()
    with httpx2.Client() as idle:
        assert idle.get(f"{service.url}/health").status_code == 200
        draining(service)
        assert service.ended(timeout=60)[0] == 0


def test_e7_a_request_that_outlives_the_grace_is_cut_off_and_that_is_not_hidden(start_task):
    """E7: better to end by itself, with a word, than to be killed without one."""
    service = start_task(SHUTDOWN_GRACE_SECONDS="4")
    request = begin_request(service)
    began = time.monotonic()
    draining(service)
    code, output = service.ended(timeout=60)
    assert code == 1
    assert 3 < time.monotonic() - began < 60
    last = json.loads(output.splitlines()[-1])
    assert (last["message"], last["requests"]) == ("stopped with requests unfinished", 1)
    assert "SHUTDOWN_GRACE_SECONDS" in last["next"]
    request.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_e7_a_repeated_signal_changes_nothing_or_hurries(start_task, number):
    """E7: SIGTERM twice still finishes what runs; Ctrl-C twice means now."""
    service = start_task()
    request = begin_request(service)
    service.process.send_signal(number)
    time.sleep(0.5)
    service.process.send_signal(number)
    if number == signal.SIGINT:
        assert service.ended(timeout=60)[0] == 1
        return
    time.sleep(4)
    request.sendall(BODY[20:])
    assert read_all(request).startswith("HTTP/1.1 200 OK")
    assert service.ended(timeout=60)[0] == 0
