"""B1, B4: POST /presign gives a URL for one new object and nothing else."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest


def parts(url):
    split = urlsplit(url)
    return split, {name: values[0] for name, values in parse_qs(split.query).items()}


def test_b1_presign_gives_a_url_and_the_uri_for_submit(account, call):
    status, answer = call("POST /presign")
    assert status == 201
    url, query = parts(answer["upload_url"])
    assert url.netloc == "compression-dev-models.s3.eu-central-1.amazonaws.com"
    assert answer["model_uri"] == f"s3://compression-dev-models{url.path}"
    assert query["X-Amz-Expires"] == "900"
    assert (answer["method"], answer["expires_in_seconds"]) == ("PUT", 900)
    assert answer["headers"] == {"Content-Type": "application/octet-stream"}


def test_b4_the_key_is_new_each_time_and_below_uploads(account, call):
    keys = {urlsplit(call("POST /presign")[1]["upload_url"]).path for _ in range(3)}
    assert len(keys) == 3
    assert all(re.fullmatch(r"/uploads/[0-9a-f]{32}/model\.npz", key) for key in keys)


def test_b4_content_type_and_size_are_signed(account, call):
    _, query = parts(call("POST /presign")[1]["upload_url"])
    assert query["X-Amz-SignedHeaders"] == "content-type;host"
    status, answer = call("POST /presign", {"size_bytes": 1234})
    assert status == 201
    assert parts(answer["upload_url"])[1]["X-Amz-SignedHeaders"] == "content-length;content-type;host"
    assert answer["max_bytes"] == 1234


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"size_bytes": 0}, "size_bytes"),
        ({"size_bytes": 268_435_457}, "size_bytes"),
        ({"size_bytes": True}, "size_bytes"),
        ({"size_bytes": "12"}, "size_bytes"),
        ({"filename": "../../runs/x/model.npz"}, "filename"),
        ([], ""),
    ],
)
def test_b8_a_wrong_request_for_a_url_names_the_field(account, call, body, field):
    status, answer = call("POST /presign", body)
    assert status == 400
    assert answer["error"]["field"] == field


def test_b1_the_url_takes_the_model_and_submit_finds_it(account, call):
    import requests

    _, answer = call("POST /presign")
    sent = requests.put(answer["upload_url"], data=b"model", headers=answer["headers"], timeout=10)
    assert sent.status_code == 200
    assert call("POST /submit", {"model_uri": answer["model_uri"]})[0] == 202
