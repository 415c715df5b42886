"""Names that callers hand back to us, and what is made of them."""

from __future__ import annotations

import hashlib
import re
import uuid

from pipeline_api.errors import ServiceError

# The name of an execution: of this API's own making, or of the portal's and the console's.
_ID = re.compile(r"[A-Za-z0-9_-]{1,80}")
_KEY = re.compile(r"[\x21-\x7e]{1,255}")


def new_id() -> str:
    return f"api-{uuid.uuid4().hex}"


def id_of_key(idempotency_key: str, caller: str) -> str:
    """The same caller's same key always gives the same id; somebody else's gives another."""
    if not _KEY.fullmatch(idempotency_key):
        raise ServiceError(
            400,
            "invalid_idempotency_key",
            "The header Idempotency-Key must have 1 to 255 visible ASCII characters.",
            "Send a new UUID for each job, and the same one when a request is repeated.",
            "Idempotency-Key",
        )
    # A separator that neither part can hold keeps two different pairs from meeting.
    digest = hashlib.sha256(f"{caller}\n{idempotency_key}".encode()).hexdigest()
    return f"api-{digest[:40]}"


def checked_id(value: object) -> str:
    """`value` when it can be a job's id; ServiceError 404 otherwise, before it touches a key."""
    if isinstance(value, str) and _ID.fullmatch(value):
        return value
    raise unknown_job()


def unknown_job() -> ServiceError:
    return ServiceError(
        404,
        "unknown_job",
        "There is no job with this id.",
        "Use the id, or the status_url, that POST /submit returned.",
    )


def new_upload_key() -> str:
    return f"uploads/{uuid.uuid4().hex}/model.npz"


def artifact_key(identifier: str) -> str:
    return f"runs/{identifier}/evaluate/model.npz"
