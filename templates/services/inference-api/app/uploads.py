"""Upload URLs for audio that does not fit into a request."""

from __future__ import annotations

from typing import Any

from app import aws
from app.errors import ServiceError
from app.identifiers import input_key, new_id
from app.settings import Settings

EXPIRY_SECONDS = 900


def create(configured: Settings) -> dict[str, Any]:
    """A presigned PUT for one new input key. The key cannot be chosen by the caller."""
    if not configured.input_bucket:
        raise ServiceError(
            503, "no_storage", "INPUT_BUCKET is not set, so uploads are not available.", "Set INPUT_BUCKET."
        )
    key = input_key(new_id())
    return {
        "input_key": key,
        "upload_url": aws.presigned_put(configured.input_bucket, key, EXPIRY_SECONDS),
        "method": "PUT",
        "expires_in_seconds": EXPIRY_SECONDS,
        "max_bytes": configured.max_input_bytes,
    }
