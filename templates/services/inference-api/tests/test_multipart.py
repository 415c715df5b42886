"""A3 C15: the audio field of a form arrives byte for byte, or is refused with a reason."""

import numpy as np
import pytest

from app.errors import ServiceError
from app.multipart import read_field

TYPE = "multipart/form-data; boundary=----frontier"


def form(parts: list[tuple[str, bytes]], boundary: bytes = b"----frontier", end: bytes = b"--\r\n") -> bytes:
    body = b""
    for name, content in parts:
        body += b"--" + boundary + b'\r\nContent-Disposition: form-data; name="' + name.encode()
        body += b'"; filename="a.wav"\r\nContent-Type: audio/wav\r\n\r\n' + content + b"\r\n"
    return body + b"--" + boundary + end


CONTENTS = [
    b"\r", b"\n", b"\r\n", b"\n\r", b"--", b"\0", b"a\r", b"a\n\r\n", b"\r\n\r\n--", b"----frontie\r\n",
    bytes(range(256)) * 3,
    *[np.random.default_rng(seed).bytes(5_000) for seed in range(20)],
]  # fmt: skip


@pytest.mark.parametrize("content", CONTENTS)
def test_a3_binary_content_survives_unchanged(content):
    """A3: line ends inside audio are content, not format."""
    body = form([("note", b"hello"), ("audio", content), ("after", b"x")])
    assert read_field(body, TYPE, "audio") == content


def test_a3_four_megabytes_are_read_in_reasonable_time():
    import time

    content = np.random.default_rng(1).bytes(4_400_000)
    started = time.monotonic()
    assert read_field(form([("audio", content)]), TYPE, "audio") == content
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("body", "content_type", "code"),
    [
        (form([("file", b"x")]), TYPE, "missing_field"),
        (form([]), TYPE, "broken_multipart"),
        (form([("audio", b"")]), TYPE, "empty_field"),
        (form([("audio", b"x")]), "multipart/form-data", "broken_multipart"),
        (form([("audio", b"x")]), "multipart/form-data; boundary=other", "broken_multipart"),
        (form([("audio", b"x")], end=b""), TYPE, "broken_multipart"),
        (b"", TYPE, "broken_multipart"),
        (form([("audio", b"x")]), "multipart/form-data; boundary=grün", "broken_multipart"),
    ],
)
def test_a3_broken_forms_are_refused_with_the_field_to_send(body, content_type, code):
    with pytest.raises(ServiceError) as refused:
        read_field(body, content_type, "audio")
    assert (refused.value.status, refused.value.code) == (400, code)
    assert "curl" in refused.value.hint


def test_a3_missing_field_names_what_was_sent():
    with pytest.raises(ServiceError) as refused:
        read_field(form([("file", b"x"), ("title", b"y")]), TYPE, "audio")
    assert "file, title" in refused.value.message


def test_a3_nesting_does_not_exhaust_the_stack():
    body = b""
    for level in range(1_200):
        body += b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (level, level + 1)
    with pytest.raises(ServiceError) as refused:
        read_field(body, "multipart/form-data; boundary=b0", "audio")
    assert refused.value.status == 400


def test_a3_line_breaks_in_the_content_type_add_no_headers():
    injected = "multipart/form-data; boundary=----frontier\r\nContent-Transfer-Encoding: base64\r\n\r\nx"
    with pytest.raises(ServiceError):
        read_field(form([("audio", b"content")]), injected, "audio")
