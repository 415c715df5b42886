"""A10: the asynchronous path, from submission to result, with storage and delivery as they really behave."""

import functools
import json
from urllib.parse import urlsplit

import boto3
import numpy as np
import pytest
import requests
from botocore.exceptions import ClientError

from app import aws, handler, identifiers, inference, job_status, jobs, settings
from tests.conftest import FakeContext, call
from tests.test_multipart import TYPE, form
from tests.wav_files import sine, wav

TONE = wav(sine(440, 2.0))
INPUT, OUTPUT = "audio-dev-input", "audio-dev-output"


def submit(body=TONE, content_type="audio/wav", path="/predictions", **keywords):
    status, answer, _ = call("POST", path, body, content_type, **keywords)
    assert status == 202, answer
    return answer


def state(identifier):
    resource = "/predictions/{id}"
    status, answer, _ = call("GET", f"/predictions/{identifier}", resource=resource, parameters={"id": identifier})
    assert status == 200, answer
    return answer


def deliver(payload, remaining_ms=900_000):
    return handler.handle(payload, FakeContext(remaining_ms))


@pytest.mark.parametrize(
    ("path", "query", "body", "content_type"),
    [
        ("/predictions", None, TONE, "audio/wav"),
        ("/predict", {"mode": "async"}, TONE, "audio/wav"),
        ("/predict", {"mode": "async"}, form([("audio", TONE)]), TYPE),
    ],
)
def test_a10_audio_is_queued_worked_on_and_its_result_fetched(cloud, path, query, body, content_type):
    """A10: 202 with an id, then states, then a presigned URL that yields the result."""
    accepted = submit(body, content_type, path, query=query)
    assert accepted["state"] == "queued"
    base = "https://abc123.execute-api.eu-central-1.amazonaws.com/v1"
    assert accepted["status_url"] == f"{base}/predictions/{accepted['id']}"
    assert state(accepted["id"])["state"] == "queued"
    assert cloud == [{"mlinfra_job": {"id": accepted["id"], "input_key": f"inputs/{accepted['id']}"}}]
    assert deliver(cloud[0])["state"] == "succeeded"
    done = state(accepted["id"])
    assert done["state"] == "succeeded"
    result = requests.get(done["result_url"], timeout=10).json()
    assert result["id"] == accepted["id"]
    assert result["labels"][0]["label"] == "tone"


def test_a10_a_large_file_goes_through_an_upload_url(cloud):
    """A10: PUT to the upload URL, then a prediction by its input_key."""
    status, upload, _ = call("POST", "/uploads")
    assert status == 201
    assert requests.put(upload["upload_url"], data=TONE, timeout=10).status_code == 200
    accepted = submit(json.dumps({"input_key": upload["input_key"]}).encode(), "application/json")
    deliver(cloud[0])
    assert state(accepted["id"])["state"] == "succeeded"


def test_a10_upload_urls_name_the_region_and_sign_with_version_four(cloud):
    """A10: the global host redirects for new buckets, and a browser's PUT does not follow."""
    url = urlsplit(call("POST", "/uploads")[1]["upload_url"])
    assert url.hostname == f"{INPUT}.s3.eu-central-1.amazonaws.com"
    assert "X-Amz-Algorithm=AWS4-HMAC-SHA256" in url.query
    assert "X-Amz-Expires=900" in url.query


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b'{"input_key": "inputs/../predictions/x"}', 400, "invalid_input_key"),
        (b'{"input_key": "outputs/00000000000000000000000000000000"}', 400, "invalid_input_key"),
        (b'{"input_key": 7}', 400, "invalid_input_key"),
        (b"{}", 400, "invalid_input_key"),
        (b"[1]", 400, "broken_json"),
        (b"{", 400, "broken_json"),
        (b'{"input_key": "inputs/00000000000000000000000000000000"}', 404, "upload_missing"),
    ],
)
def test_a10_a_wrong_input_key_is_refused_before_a_job_exists(cloud, body, status, code):
    got, answer, _ = call("POST", "/predictions", body, "application/json")
    assert (got, answer["error"]["code"]) == (status, code)
    assert cloud == []


def test_a10_an_unknown_id_answers_404(cloud):
    status, answer, _ = call("GET", f"/predictions/{'0' * 32}")
    assert (status, answer["error"]["code"]) == (404, "unknown_prediction")


def test_a10_bad_audio_fails_the_job_with_a_readable_error(cloud):
    """A10: Lambda must not repeat what cannot work, so the invocation itself ends well."""
    accepted = submit(b"not sound at all")
    assert deliver(cloud[0]) == {"id": accepted["id"], "state": "failed"}
    failed = state(accepted["id"])
    assert failed["state"] == "failed"
    assert failed["error"]["code"] == "not_audio"
    assert failed["error"]["hint"]
    assert "result_url" not in failed


def test_a10_a_repeated_delivery_changes_nothing(cloud, monkeypatch):
    """A10: asynchronous invocations may arrive more than once."""
    accepted = submit()
    deliver(cloud[0])
    before = state(accepted["id"])["updated_at"]
    monkeypatch.setattr(inference, "predict", lambda *_: pytest.fail("worked twice"))
    assert deliver(cloud[0])["state"] == "succeeded"
    assert state(accepted["id"])["updated_at"] == before


def test_a10_a_passing_fault_is_recorded_then_repaired_by_the_repetition(cloud, monkeypatch):
    accepted = submit()
    real = inference.predict
    monkeypatch.setattr(inference, "predict", lambda *_: (_ for _ in ()).throw(MemoryError()))
    with pytest.raises(MemoryError):
        deliver(cloud[0])
    failed = state(accepted["id"])
    assert failed["error"]["code"] == "internal_error"
    assert failed["error"]["retryable"] is True
    monkeypatch.setattr(inference, "predict", real)
    deliver(cloud[0])
    done = state(accepted["id"])
    assert done["state"] == "succeeded"
    assert "error" not in done
    assert done["created_at"] == failed["created_at"]


def test_a10_running_out_of_time_is_recorded_and_raises_the_alarm(cloud):
    accepted = submit()
    with pytest.raises(Exception, match="time limit"):
        deliver(cloud[0], remaining_ms=1_000)
    assert state(accepted["id"])["error"]["code"] == "out_of_time"
    assert deliver(cloud[0])["state"] == "failed"


def test_a10_a_killed_job_does_not_run_for_ever(cloud):
    """A10: a process that is killed cannot record it, so its deadline speaks for it."""
    accepted = submit()
    configured = settings.current()
    job_status.write(configured, accepted["id"], "running", created_at="x", deadline_at="2020-01-01T00:00:00.000Z")
    lost = state(accepted["id"])
    assert (lost["state"], lost["error"]["code"]) == ("failed", "job_lost")


def test_a10_a_finished_job_stays_finished_when_a_repetition_is_killed(cloud):
    """A10: the result decides over a record that a second delivery overwrote."""
    accepted = submit()
    deliver(cloud[0])
    configured = settings.current()
    job_status.write(configured, accepted["id"], "running", created_at="x", deadline_at="2020-01-01T00:00:00.000Z")
    assert state(accepted["id"])["state"] == "succeeded"


def test_a10_a_job_that_cannot_be_queued_is_refused_and_recorded(cloud, monkeypatch):
    def broken(*_):
        raise ClientError({"Error": {"Code": "TooManyRequestsException", "Message": "slow down"}}, "Invoke")

    monkeypatch.setattr(aws, "invoke_later", broken)
    status, answer, _ = call("POST", "/predictions", TONE, "audio/wav")
    assert (status, answer["error"]["code"]) == (503, "not_queued")
    identifier = answer["error"]["message"].split()[2]
    assert state(identifier)["state"] == "failed"


def test_a10_input_that_expired_before_the_job_ran_is_named(cloud):
    accepted = submit()
    aws.s3().delete_object(Bucket=INPUT, Key=f"inputs/{accepted['id']}")
    deliver(cloud[0])
    assert state(accepted["id"])["error"]["code"] == "input_missing"


def test_a10_a_file_beyond_the_limit_is_not_read_into_memory(cloud, monkeypatch):
    monkeypatch.setenv("MAX_INPUT_BYTES", "1000")
    settings.current.cache_clear()
    accepted = submit(TONE)
    deliver(cloud[0])
    assert state(accepted["id"])["error"]["code"] == "object_too_large"


def test_a10_audio_beyond_the_synchronous_limit_is_accepted(cloud, monkeypatch):
    monkeypatch.setenv("SYNC_MAX_AUDIO_SECONDS", "1")
    settings.current.cache_clear()
    accepted = submit(wav(np.zeros(16_000 * 3)))
    deliver(cloud[0])
    assert state(accepted["id"])["state"] == "succeeded"


@pytest.mark.parametrize(
    "job", [{}, {"id": "../x", "input_key": "inputs/" + "0" * 32}, {"id": "0" * 32, "input_key": "/etc"}]
)
def test_a10_a_forged_job_event_is_refused(cloud, job):
    with pytest.raises(Exception, match="not valid"):
        deliver({jobs.EVENT_KEY: job})
    assert "Contents" not in aws.s3().list_objects_v2(Bucket=OUTPUT)


def test_a10_without_storage_the_asynchronous_path_says_so(monkeypatch):
    monkeypatch.setenv("OUTPUT_BUCKET", "")
    for arguments in (("POST", "/predictions", TONE, "audio/wav"), ("GET", f"/predictions/{'0' * 32}")):
        status, answer, _ = call(*arguments)
        assert (status, answer["error"]["code"]) == (503, "no_storage")
        assert "OUTPUT_BUCKET" in answer["error"]["message"]


def test_a10_status_and_result_lie_under_the_keys_of_the_contract(cloud):
    accepted = submit()
    deliver(cloud[0])
    listed = boto3.client("s3", region_name="eu-central-1").list_objects_v2(Bucket=OUTPUT)["Contents"]
    expected = {identifiers.status_key(accepted["id"]), identifiers.result_key(accepted["id"])}
    assert {entry["Key"] for entry in listed} == expected
    assert expected == {f"predictions/{accepted['id']}/{name}.json" for name in ("status", "result")}


def test_a10_a_refused_read_counts_as_absent_and_is_logged(monkeypatch, capsys):
    """A10: a role without s3:ListBucket is told 403 for a key that does not exist."""

    class Refusing:
        def get_object(self, **_):
            raise ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "GetObject")

    monkeypatch.setattr(aws, "s3", functools.cache(Refusing))
    status, answer, _ = call("GET", f"/predictions/{'0' * 32}")
    assert (status, answer["error"]["code"]) == (404, "unknown_prediction")
    assert "missing permission" in capsys.readouterr().out
