"""Upload URLs for models, which are too large to go through the API."""

from __future__ import annotations

from typing import Any

from pipeline_api import aws
from pipeline_api.errors import ServiceError
from pipeline_api.identifiers import new_upload_key
from pipeline_api.settings import Settings

CONTENT_TYPE = "application/octet-stream"
# The largest model that the steps read.
MAX_BYTES = 268_435_456


def create(configured: Settings, body: Any) -> dict[str, Any]:
    """A presigned PUT for one new object. Its key is not the caller's to choose, its type is fixed.

    With size_bytes the URL also demands that exactly so many bytes are sent.
    """
    parameters: dict[str, Any] = {"Bucket": configured.bucket, "Key": new_upload_key(), "ContentType": CONTENT_TYPE}
    size = _size(body)
    if size is not None:
        parameters["ContentLength"] = size
    url = aws.presigned("put_object", parameters, configured.upload_url_expiry_seconds)
    return {
        "upload_url": url,
        "model_uri": f"s3://{configured.bucket}/{parameters['Key']}",
        "method": "PUT",
        "headers": {"Content-Type": CONTENT_TYPE},
        "expires_in_seconds": configured.upload_url_expiry_seconds,
        "max_bytes": MAX_BYTES if size is None else size,
    }


def _size(body: Any) -> int | None:
    if not isinstance(body, dict):
        raise _invalid("The body must be a JSON object, or empty", "")
    unknown = sorted(set(body) - {"size_bytes"})
    if unknown:
        raise _invalid(f"{unknown[0][:60]!r} is not known here; known is size_bytes", unknown[0][:60])
    size = body.get("size_bytes")
    # True is an int in Python, and not in JSON.
    if size is not None and (type(size) is not int or not 1 <= size <= MAX_BYTES):
        raise _invalid(f"size_bytes must be a whole number from 1 to {MAX_BYTES}", "size_bytes")
    return size


def _invalid(what: str, field: str) -> ServiceError:
    return ServiceError(400, "invalid_input", f"{what}.", "Correct it and send the request again.", field)
