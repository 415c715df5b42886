"""One field out of a multipart/form-data body, read by the standard library's MIME parser."""

from __future__ import annotations

from email.message import EmailMessage, Message
from email.parser import BytesFeedParser
from email.policy import HTTP

from app.errors import ServiceError

_HINT = 'Send multipart/form-data with the file in a field named "audio", for example: curl -F audio=@sound.wav'


def read_field(body: bytes, content_type: str, name: str) -> bytes:
    """Bytes of form field `name`; raises ServiceError 400 when it is not there."""
    message = _parse(body, content_type)
    if not message.is_multipart() or message.defects:
        raise ServiceError(
            400,
            "broken_multipart",
            "The body is not complete multipart/form-data: a boundary is missing or does not match its header.",
            _HINT,
        )
    found: list[str] = []
    for part in message.iter_parts():
        field = part.get_param("name", header="content-disposition")
        if field == name:
            return _payload(part, name)
        found.append(str(field)[:40])
    raise ServiceError(
        400,
        "missing_field",
        f'The form has no field "{name}"; it has: {", ".join(found[:10]) or "no fields"}.',
        _HINT,
    )


def _parse(body: bytes, content_type: str) -> EmailMessage:
    # Fed in bytes: BytesParser would read through a text wrapper that rewrites every line end
    # inside the audio.
    parser = BytesFeedParser(policy=HTTP)
    try:
        header = content_type.encode("ascii").replace(b"\r", b"").replace(b"\n", b"")
        parser.feed(b"Content-Type: " + header + b"\r\n\r\n")
        parser.feed(body)
        return parser.close()
    except (UnicodeEncodeError, RecursionError):
        raise ServiceError(
            400, "broken_multipart", "The multipart body cannot be read: its headers or nesting are not valid.", _HINT
        ) from None


def _payload(part: Message, name: str) -> bytes:
    payload = part.get_payload(decode=True)
    if part.is_multipart() or not isinstance(payload, bytes) or not payload:
        raise ServiceError(400, "empty_field", f'The form field "{name}" holds no file content.', _HINT)
    return payload
