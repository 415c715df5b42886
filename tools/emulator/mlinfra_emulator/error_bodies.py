"""AWS errors as each wire protocol writes them, so that an SDK raises them by their code."""

import json
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from .rest_operations import protocol

REQUEST_ID = "00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True)
class ErrorResponse:
    content_type: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


def error_response(environ: dict[str, Any], service: str, code: str, message: str) -> ErrorResponse:
    """The protocol is the one the request used, and the service's own where the request does not tell."""
    content_type = environ.get("CONTENT_TYPE", "")
    if environ.get("HTTP_SMITHY_PROTOCOL") == "rpc-v2-cbor":
        return _cbor(code, message)
    if content_type.startswith("application/x-amz-json"):
        return _json(code, message)
    if service == "ec2":
        return _xml(f"<Response><Errors><Error>{_code(code, message)}</Error></Errors>{_id('RequestID')}</Response>")
    if service == "s3":
        return _xml(f"<Error>{_code(code, message)}{_id('RequestId')}</Error>")
    if protocol(service) == "rest-json":
        return _rest_json(code, message)
    return _xml(
        f"<ErrorResponse><Error><Type>Sender</Type>{_code(code, message)}</Error>{_id('RequestId')}</ErrorResponse>"
    )


def _json(code: str, message: str) -> ErrorResponse:
    body = json.dumps({"__type": code, "message": message, "Message": message})
    return ErrorResponse("application/x-amz-json-1.1", _request_id(), body.encode())


def _rest_json(code: str, message: str) -> ErrorResponse:
    body = json.dumps({"message": message, "Message": message})
    headers = (*_request_id(), ("x-amzn-errortype", code))
    return ErrorResponse("application/json", headers, body.encode())


def _xml(body: str) -> ErrorResponse:
    return ErrorResponse("text/xml", _request_id(), f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'.encode())


def _cbor(code: str, message: str) -> ErrorResponse:
    body = b"\xa2" + b"".join(_cbor_text(text) for text in ("__type", code, "message", message))
    return ErrorResponse("application/cbor", (*_request_id(), ("smithy-protocol", "rpc-v2-cbor")), body)


def _cbor_text(text: str) -> bytes:
    """A text string of RFC 8949: major type 3, its length in one to five bytes, then UTF-8."""
    data = text.encode()
    if len(data) < 24:
        return bytes([0x60 | len(data)]) + data
    return b"\x7a" + len(data).to_bytes(4, "big") + data


def _code(code: str, message: str) -> str:
    return f"<Code>{escape(code)}</Code><Message>{escape(message)}</Message>"


def _id(tag: str) -> str:
    return f"<{tag}>{REQUEST_ID}</{tag}>"


def _request_id() -> tuple[tuple[str, str], ...]:
    return (("x-amzn-requestid", REQUEST_ID),)
