"""D8, D4: predictions of hours and of files, kept in the data bucket and found again."""

import json

import boto3
import pytest
from conftest import DATA, FILES, REGION
from hours import CSV, NIGHT, RUSH

from app import storage


def test_d8_instances_are_predicted_and_the_result_is_kept(client):
    answer = client.post("/predictions", json={"instances": [RUSH, NIGHT]})
    assert answer.status_code == 201
    made = answer.json()
    rush, night = made["predictions"]
    assert rush["low"] < rush["rentals"] < rush["high"]
    assert rush["rentals"] > 10 * night["rentals"]
    result = client.get(made["result_url"]).json()
    assert result["predictions"] == made["predictions"]
    assert (result["id"], result["count"], result["model"]) == (made["id"], 2, "synthetic-rentals")


def test_d4_results_lie_in_the_data_bucket_and_files_in_the_other(client):
    made = client.post("/predictions", json={"instances": [RUSH]}).json()
    uploaded = client.post("/files", files={"file": ("../../hours.csv", CSV)}).json()
    s3 = boto3.client("s3", region_name=REGION)
    kept = {
        bucket: [entry["Key"] for entry in s3.list_objects_v2(Bucket=bucket)["Contents"]] for bucket in (FILES, DATA)
    }
    assert kept == {FILES: [f"files/{uploaded['file_id']}"], DATA: [f"predictions/{made['id']}.json"]}
    assert uploaded["size_bytes"] == len(CSV)


def test_d4_storage_is_asked_in_the_region_that_ecs_names(monkeypatch):
    monkeypatch.setenv("AWS_REGION", "eu-west-3")
    monkeypatch.delenv("AWS_DEFAULT_REGION", raising=False)
    storage.s3.cache_clear()
    assert storage.s3().meta.region_name == "eu-west-3"


def test_d8_a_file_is_predicted_line_by_line(client):
    uploaded = client.post("/files", files={"file": ("hours.csv", CSV)}).json()
    made = client.post("/predictions", json={"file_id": uploaded["file_id"]}).json()
    assert made["count"] == 2
    assert "predictions" not in made
    by_hand = client.post("/predictions", json={"instances": [RUSH, NIGHT]}).json()
    assert client.get(made["result_url"]).json()["predictions"] == by_hand["predictions"]


def test_d8_a_large_file_is_taken_without_a_disk(client, monkeypatch):
    """D8: forms above a megabyte would go to the folder for temporary files, which may not be writable."""
    monkeypatch.setattr("tempfile.tempdir", "/nonexistent")
    line = CSV.splitlines(keepends=True)[1]
    content = CSV + line * 99_998
    assert len(content) > 2_000_000
    uploaded = client.post("/files", files={"file": ("hours.csv", content)})
    assert uploaded.status_code == 201
    made = client.post("/predictions", json={"file_id": uploaded.json()["file_id"]})
    assert made.json()["count"] == 100_000


@pytest.mark.parametrize(
    ("content", "message", "field"),
    [
        (b"hour,weekday\n8,monday\n", "line 2.holiday: Field required", "line 2.holiday"),
        (CSV + b"24,monday,true,1,1\n", "line 4.hour: Input should be less than or equal to 23", "line 4.hour"),
        (CSV.replace(b"18.5", b"warm"), "line 2.temperature_c: Input should be a valid number", "line 2.temperature_c"),
        (b"hour\n", "holds 0 lines", None),
        (b"\xff\xfe", "cannot be read as CSV", None),
        (CSV + b"1,monday,true,1,1\n" * 100_000, "holds 100002 lines", None),
    ],
)
def test_d8_a_file_that_cannot_be_predicted_is_explained_by_line(client, content, message, field):
    uploaded = client.post("/files", files={"file": ("hours.csv", content)}).json()
    answer = client.post("/predictions", json={"file_id": uploaded["file_id"]})
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert message in error["message"]
    assert "hour, weekday, holiday, temperature_c, rain_mm" in error["hint"]
    assert (field is None) == ("fields" not in error)
    if field:
        assert error["fields"][0]["field"] == field


@pytest.mark.parametrize("path", ["/predictions/" + "0" * 32, "/predictions/abc", "/predictions/..%2Ffiles"])
def test_d8_an_unknown_prediction_is_not_found(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.json()["error"]["hint"]


def test_d8_an_unknown_file_is_not_found(client):
    answer = client.post("/predictions", json={"file_id": "0" * 32})
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "file_not_found"


def test_d4_a_bucket_that_fails_is_told_without_its_name(client, capsys):
    s3 = boto3.client("s3", region_name=REGION)
    s3.delete_bucket(Bucket=DATA)
    answer = client.post("/predictions", json={"instances": [RUSH]})
    assert answer.status_code == 503
    assert answer.json()["error"]["code"] == "storage_unavailable"
    assert DATA not in answer.text
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert any(line.get("bucket") == DATA and line["reason"] == "NoSuchBucket" for line in lines)
