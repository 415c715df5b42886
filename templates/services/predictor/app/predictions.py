"""Predictions: made, kept in the data bucket, and found again."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from app import files, model, storage
from app.errors import ServiceError
from app.instance import Instance, PredictionRequest, read_csv

_ID = re.compile(r"[0-9a-f]{32}")


def create(request: PredictionRequest, files_bucket: str, data_bucket: str) -> dict[str, Any]:
    """What POST /predictions answers. Those of a file are many, and only in the result."""
    if request.instances is not None:
        kept = _keep(request.instances, data_bucket)
        return {**_receipt(kept), "predictions": kept["predictions"]}
    assert request.file_id is not None, "the request has one of both"
    return _receipt(_keep(read_csv(files.load(files_bucket, request.file_id)), data_bucket))


def find(prediction_id: str, data_bucket: str) -> dict[str, Any]:
    """ServiceError 404 for an id that was never given, or whose result has expired."""
    document = storage.load_json(data_bucket, _key(prediction_id)) if _ID.fullmatch(prediction_id) else None
    if document is None:
        raise ServiceError(
            404,
            "prediction_not_found",
            f"There is no prediction {prediction_id[:40]!r}.",
            "Use the id that POST /predictions answered. Results expire with the lifecycle of the data bucket.",
        )
    return document


def _keep(instances: Sequence[Instance], bucket: str) -> dict[str, Any]:
    used = model.current()
    document = {
        "id": uuid.uuid4().hex,
        "created_at": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "model": used.name,
        "count": len(instances),
        "predictions": used.predict(instances),
    }
    storage.store_json(bucket, _key(document["id"]), document)
    return document


def _receipt(document: dict[str, Any]) -> dict[str, Any]:
    return {"id": document["id"], "count": document["count"], "result_url": f"/predictions/{document['id']}"}


def _key(prediction_id: str) -> str:
    return f"predictions/{prediction_id}.json"
