"""B1, B7: GET /status/{id} tells the truth, GET /download/{id} gives only what may be used."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

METRICS = {
    "steps": [{"step": "baseline", "size_bytes": 70402, "latency_ms": 0.05, "accuracy": 0.962}],
    "gate": {"passed": True, "reasons": []},
}


@pytest.fixture
def job(account, call):
    return call("POST /submit", {"model_uri": "builtin://digits"})[1]["id"]


@pytest.mark.parametrize("identifier", ["api-none", "../jobs", "a b", "x" * 81, "", None])
@pytest.mark.parametrize("route", ["GET /status/{id}", "GET /download/{id}"])
def test_b1_an_unknown_id_is_404(account, call, route, identifier):
    status, answer = call(route, id=identifier)
    assert (status, answer["error"]["code"]) == (404, "unknown_job")


def test_b7_a_job_just_started_is_running(job, call):
    status, answer = call("GET /status/{id}", id=job)
    assert status == 200
    assert (answer["id"], answer["state"]) == (job, "RUNNING")


def test_b7_a_running_job_tells_its_step_and_what_was_measured(account, job, call):
    account.record(job, state="RUNNING", step="prune", metrics=json.dumps(METRICS), error="old", cause="repeated")
    _, answer = call("GET /status/{id}", id=job)
    assert (answer["state"], answer["step"], answer["metrics"]) == ("RUNNING", "prune", METRICS)
    assert "error" not in answer


@pytest.mark.parametrize("state", ["REJECTED", "FAILED"])
def test_b7_a_failed_job_tells_why(account, job, call, state):
    account.record(job, state=state, error="model_missing", cause="There is no object. Upload it.")
    _, answer = call("GET /status/{id}", id=job)
    assert answer["state"] == state
    assert answer["error"] == {"code": "model_missing", "message": "There is no object. Upload it."}


def test_b7_a_stopped_run_is_not_reported_as_running(account, job, call):
    account.record(job, state="RUNNING", step="prune")
    account.stop(job)
    _, answer = call("GET /status/{id}", id=job)
    assert answer["state"] == "ABORTED"
    assert answer["error"]["message"]


def test_b1_a_succeeded_job_can_be_downloaded(account, job, call):
    account.record(job, state="SUCCEEDED", metrics=json.dumps(METRICS))
    account.s3.put_object(Bucket="compression-dev-models", Key=f"runs/{job}/evaluate/model.npz", Body=b"small")
    assert call("GET /status/{id}", id=job)[1]["state"] == "SUCCEEDED"
    status, answer = call("GET /download/{id}", id=job)
    assert status == 200
    url = urlsplit(answer["download_url"])
    query = parse_qs(url.query)
    assert url.path == f"/runs/{job}/evaluate/model.npz"
    assert query["X-Amz-Expires"] == ["600"]
    assert query["response-content-disposition"] == [f'attachment; filename="{job}.npz"']


def test_b1_the_download_url_gives_the_model(account, job, call):
    import requests

    account.record(job, state="SUCCEEDED")
    account.s3.put_object(Bucket="compression-dev-models", Key=f"runs/{job}/evaluate/model.npz", Body=b"small")
    url = call("GET /download/{id}", id=job)[1]["download_url"]
    assert requests.get(url, timeout=10).content == b"small"


def test_b1_an_unfinished_job_is_409(account, job, call):
    status, answer = call("GET /download/{id}", id=job)
    assert (status, answer["error"]["code"]) == (409, "job_unfinished")


@pytest.mark.parametrize("state", ["REJECTED", "FAILED"])
def test_b1_a_model_that_may_not_be_used_is_not_given_out(account, job, call, state):
    account.record(job, state=state, error="QualityGateRejected", cause="accuracy fell")
    account.s3.put_object(Bucket="compression-dev-models", Key=f"runs/{job}/evaluate/model.npz", Body=b"bad")
    status, answer = call("GET /download/{id}", id=job)
    assert (status, answer["error"]["code"]) == (409, "job_without_model")
    assert "accuracy fell" in answer["error"]["message"]


def test_b1_an_expired_model_is_404(account, job, call):
    account.record(job, state="SUCCEEDED")
    status, answer = call("GET /download/{id}", id=job)
    assert (status, answer["error"]["code"]) == (404, "model_expired")


def test_b1_an_unknown_route_is_404(account, call):
    assert call("DELETE /status/{id}", id="a")[0] == 404


def test_b2_a_wrong_setting_is_named(account, call, monkeypatch):
    monkeypatch.setenv("UPLOAD_URL_EXPIRY_SECONDS", "soon")
    status, answer = call("POST /presign")
    assert (status, answer["error"]["code"]) == (500, "misconfigured")
    assert "UPLOAD_URL_EXPIRY_SECONDS" in answer["error"]["message"]


def test_b5_a_failure_is_logged_and_not_told(account, job, call, capsys, monkeypatch):
    monkeypatch.setenv("JOB_TABLE", "gone")
    from pipeline_api import settings

    settings.current.cache_clear()
    status, answer = call("GET /status/{id}", id=job)
    assert (status, answer["error"]["code"]) == (500, "internal_error")
    assert "gone" not in json.dumps(answer)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert any("ResourceNotFound" in line.get("exception", "") for line in lines)
