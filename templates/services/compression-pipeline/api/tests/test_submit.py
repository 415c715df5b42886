"""B1, B4, B8: POST /submit starts exactly what was asked for, once, or nothing."""

import base64
import json

import pytest

INPUT = {"model_uri": "builtin://digits"}


def test_b8_submit_starts_the_run_with_every_default_filled_in(account, call):
    status, answer = call("POST /submit", INPUT | {"prune": {"amount": 0.3}})
    assert status == 202
    assert answer["status_url"] == f"/status/{answer['id']}"
    (execution,) = account.executions()
    assert execution["name"] == answer["id"]
    assert json.loads(execution["input"]) == {
        "model_uri": "builtin://digits",
        "prune": {"enabled": True, "amount": 0.3},
        "distill": {"enabled": False, "teacher_uri": None},
        "quantize": {"enabled": True, "dtype": "int8"},
        "tolerance": {"accuracy_drop": 0.02},
    }


def test_b7_the_record_of_a_submitted_job_ends_one_day(account, call):
    _, answer = call("POST /submit", INPUT)
    item = account.item(answer["id"])
    assert int(item["expires_at"]["N"]) > 1_700_000_000
    assert set(item) == {"id", "created_at", "expires_at"}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "model_uri"),
        ([], ""),
        (5, ""),
        ({"model_uri": "s3://compression-dev-models/runs/other/evaluate/model.npz"}, "model_uri"),
        ({"model_uri": "s3://somewhere-else/uploads/a/model.npz"}, "model_uri"),
        ({"model_uri": "s3://compression-dev-models/uploads/none/model.npz"}, "model_uri"),
        (INPUT | {"distill": {"teacher_uri": "s3://somewhere-else/uploads/a/model.npz"}}, "distill.teacher_uri"),
        (INPUT | {"prune": {"amount": 1}}, "prune.amount"),
        (INPUT | {"prune": {"amount": 0.5, "speed": 1}}, "prune.speed"),
        (INPUT | {"quantize": {"dtype": "int4"}}, "quantize.dtype"),
        (INPUT | {"tolerance": {"accuracy_drop": "little"}}, "tolerance.accuracy_drop"),
        (INPUT | {"start_at": "prune"}, "resume_run"),
        (INPUT | {"extra": 1}, "extra"),
    ],
)
def test_b8_a_wrong_input_is_refused_with_the_field_named_and_nothing_started(account, call, body, field):
    status, answer = call("POST /submit", body)
    assert status == 400
    assert answer["error"]["code"] == "invalid_input"
    assert answer["error"]["field"] == field
    assert field in answer["error"]["message"]
    assert account.executions() == []


@pytest.mark.parametrize("raw", ["{", '{"model_uri": NaN}', "[" * 9_000, "\ud800"])
def test_b8_a_body_that_is_not_json_is_refused(account, call, raw):
    status, answer = call("POST /submit", raw=raw)
    assert (status, answer["error"]["code"]) == (400, "broken_json")


def test_b8_a_huge_body_is_not_read(account, call):
    assert call("POST /submit", INPUT | {"extra": "x" * 20_000})[0] == 413


def test_b1_a_body_in_base64_is_read(account, call):
    raw = base64.b64encode(json.dumps(INPUT).encode()).decode()
    assert call("POST /submit", raw=raw, encoded=True)[0] == 202
    status, answer = call("POST /submit", raw="%%%", encoded=True)
    assert (status, answer["error"]["code"]) == (400, "broken_body")


def test_b8_uploaded_models_can_be_submitted(account, call):
    uri = account.upload()
    distill = {"enabled": True, "teacher_uri": account.upload("uploads/two/model.npz")}
    assert call("POST /submit", {"model_uri": uri, "distill": distill})[0] == 202


def test_b1_the_same_key_and_input_give_the_same_job(account, call):
    first = call("POST /submit", INPUT, key="order-1")
    assert call("POST /submit", INPUT, key="order-1") == first
    # The defaults written out are the same input.
    assert call("POST /submit", INPUT | {"prune": {"enabled": True}}, key="order-1") == first
    assert len(account.executions()) == 1


def test_b1_a_repeated_request_is_answered_after_the_run_ended_and_the_model_expired(account, call):
    uri = account.upload()
    first = call("POST /submit", {"model_uri": uri}, key="order-1")
    account.stop(first[1]["id"])
    account.s3.delete_object(Bucket="compression-dev-models", Key="uploads/one/model.npz")
    assert call("POST /submit", {"model_uri": uri}, key="order-1") == first


def test_b1_the_same_key_with_another_input_is_a_conflict(account, call):
    call("POST /submit", INPUT, key="order-1")
    status, answer = call("POST /submit", INPUT | {"prune": {"amount": 0.1}}, key="order-1")
    assert (status, answer["error"]["code"]) == (409, "idempotency_key_reused")
    assert len(account.executions()) == 1


def test_b1_another_caller_with_the_same_key_gets_another_job(account, call):
    one = call("POST /submit", INPUT, key="order-1")[1]["id"]
    other = call("POST /submit", INPUT, key="order-1", caller="arn:aws:iam::123456789012:user/b")[1]["id"]
    assert one != other


def test_b1_without_a_key_every_request_is_a_job(account, call):
    assert call("POST /submit", INPUT)[1]["id"] != call("POST /submit", INPUT)[1]["id"]


@pytest.mark.parametrize("key", ["", " ", "a\nb", "x" * 256, "schlüssel"])
def test_b8_a_wrong_idempotency_key_is_refused(account, call, key):
    status, answer = call("POST /submit", INPUT, key=key)
    assert (status, answer["error"]["field"]) == (400, "Idempotency-Key")
    assert account.executions() == []
