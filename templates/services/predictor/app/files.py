"""Uploaded files: out of a form, into the files bucket, and back."""

from __future__ import annotations

import uuid

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartParser
from starlette.requests import Request

from app import storage
from app.errors import ServiceError

# API Gateway takes 10 MB; the form around the file needs some of it.
MAX_BODY_BYTES = 10_000_000
FIELD = "file"

# Larger than any body, so that no part is ever written to disk: the root file system may be read-only.
MultiPartParser.spool_max_size = MAX_BODY_BYTES + 1


async def read_upload(request: Request) -> bytes:
    """The content of the one file in the form. ServiceError 400 for any other form, 415 for no form."""
    hint = f"Send multipart/form-data with one file in the field {FIELD}: curl -F {FIELD}=@hours.csv …/files"
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise ServiceError(415, "not_a_form", "The body is not multipart/form-data.", hint)
    try:
        async with request.form(max_files=1, max_fields=0) as form:
            uploaded = form.get(FIELD)
            content = await uploaded.read() if isinstance(uploaded, UploadFile) else None
    except (HTTPException, ValueError, KeyError) as error:
        raise ServiceError(400, "broken_form", "The form cannot be read.", hint) from error
    if content is None:
        raise ServiceError(400, "file_missing", f"The form has no file in the field {FIELD}.", hint)
    if not content:
        raise ServiceError(400, "file_empty", "The file is empty.", "Send a file with content.")
    return content


def keep(bucket: str, content: bytes) -> dict[str, object]:
    """What POST /files answers. The file's own name is not kept: it is whatever the caller wrote."""
    file_id = uuid.uuid4().hex
    storage.store(bucket, _key(file_id), content, "application/octet-stream")
    return {"file_id": file_id, "size_bytes": len(content)}


def load(bucket: str, file_id: str) -> bytes:
    """ServiceError 404 for an id that was never given, or whose file has expired."""
    content = storage.load(bucket, _key(file_id))
    if content is None:
        raise ServiceError(
            404,
            "file_not_found",
            f"There is no file {file_id}.",
            "Use the file_id that POST /files answered, or upload the file again: files expire.",
        )
    return content


def _key(file_id: str) -> str:
    return f"files/{file_id}"
