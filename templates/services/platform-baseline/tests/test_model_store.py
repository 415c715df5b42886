"""E2: models are read from the bucket where there are any: the newest that fits."""

import json

import boto3
import pytest
from conftest import BUCKET, REGION
from machine import NEW

from app import model_store
from app.aws import client
from app.errors import ServiceError
from app.model import BUNDLED
from app.model_store import ModelStore

DOCUMENT = json.loads(BUNDLED.read_text())


def put(key, content=None, **parts):
    body = content if content is not None else json.dumps({**DOCUMENT, **parts}).encode()
    boto3.client("s3", region_name=REGION).put_object(Bucket=BUCKET, Key=key, Body=body)


@pytest.fixture
def store(cloud):
    return ModelStore(BUCKET)


@pytest.fixture
def minute(store, monkeypatch):
    """Lets the next look happen now."""

    def passes():
        monkeypatch.setattr(store, "_looked_at", -model_store.LOOK_SECONDS)

    return passes


def test_e2_without_a_model_in_the_bucket_the_image_has_one(store):
    assert (store.current().name, store.current().version) == ("failure-risk", "1")


def test_e2_a_model_that_is_put_there_is_used_within_a_minute(store, minute):
    store.current()
    put("models/failure-risk/2/model.json", version="2", intercept=9.0)
    assert store.current().version == "1", "it looks once a minute"
    minute()
    assert store.current().version == "2"
    assert store.current().risk(NEW) > 0.9


def test_e2_the_one_before_comes_back_when_it_is_taken_away(store, minute):
    put("models/failure-risk/2/model.json", version="2")
    put("models/failure-risk/3/model.json", version="3")
    newest = store.current().version
    assert newest == "3"
    boto3.client("s3", region_name=REGION).delete_object(Bucket=BUCKET, Key="models/failure-risk/3/model.json")
    minute()
    assert store.current().version == "2"


def test_e2_a_broken_upload_is_reported_and_takes_nothing_down(store, minute, capsys):
    put("models/failure-risk/2/model.json", version="2")
    put("models/failure-risk/3/model.json", b"oops")
    assert store.current().version == "2"
    minute()
    assert store.current().version == "2"
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["message"] for line in found].count("unusable model") == 1, "not every minute again"
    assert f"s3://{BUCKET}/models/failure-risk/3/model.json" in json.dumps(found)


def test_e2_a_replaced_file_is_read_again(store, minute):
    put("models/failure-risk/2/model.json", b"oops")
    with pytest.raises(ServiceError) as none:
        store.current()
    assert (none.value.status, none.value.code) == (503, "model_unusable")
    put("models/failure-risk/2/model.json", version="2")
    minute()
    assert store.current().version == "2"


def test_e2_other_files_are_no_models(store):
    put("models/readme.txt", b"hello")
    put("elsewhere/failure-risk/9/model.json", version="9")
    assert store.current().version == "1"


def test_e2_an_unchanged_model_is_not_read_again(store, minute, monkeypatch):
    put("models/failure-risk/2/model.json", version="2")
    store.current()
    monkeypatch.setattr(store, "_read", lambda one: pytest.fail("read again"))
    minute()
    assert store.current().version == "2"


def test_e2_a_bucket_that_does_not_answer_is_told_at_first_and_bridged_later(cloud, monkeypatch):
    gone = ModelStore("a-bucket-that-is-not-there")
    with pytest.raises(ServiceError) as failure:
        gone.current()
    assert (failure.value.status, failure.value.code) == (503, "models_unavailable")
    assert "NoSuchBucket" in failure.value.message

    store = ModelStore(BUCKET)
    store.current()
    client("s3").delete_bucket(Bucket=BUCKET)
    monkeypatch.setattr(store, "_looked_at", -model_store.LOOK_SECONDS)
    assert store.current().version == "1"


def test_e2_a_file_that_is_too_large_is_not_read(store, monkeypatch):
    monkeypatch.setattr(model_store, "MAX_BYTES", 10)
    put("models/failure-risk/2/model.json", version="2")
    with pytest.raises(ServiceError):
        store.current()
