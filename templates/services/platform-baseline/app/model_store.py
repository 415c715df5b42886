"""Which model is used: the newest in the bucket that this code reads, or the one in the image where there is none."""

from __future__ import annotations

import threading
import time
from typing import Any

from app.aws import AwsError, client, reason
from app.errors import ServiceError
from app.logs import log
from app.model import BUNDLED, Model, UnusableModel, parse_model

PREFIX = "models/"
FILE = "/model.json"
LOOK_SECONDS = 60.0
# A model is small; what is larger is something else.
MAX_BYTES = 5_000_000


class ModelStore:
    """One per process. Several threads may ask at once; one of them looks into the bucket."""

    def __init__(self, bucket: str) -> None:
        self._bucket = bucket
        self._lock = threading.Lock()
        self._looked_at = -LOOK_SECONDS
        self._used: tuple[Any, Model] | None = None
        # What was found unusable, so that it is neither read nor reported every minute.
        self._unusable: set[Any] = set()

    def current(self) -> Model:
        """ServiceError 503 where the bucket does not answer at first, or holds models of which none fits."""
        if self._used is None or time.monotonic() - self._looked_at >= LOOK_SECONDS:
            with self._lock:
                if self._used is None or time.monotonic() - self._looked_at >= LOOK_SECONDS:
                    self._look()
        assert self._used is not None, "looking either finds a model or raises"
        return self._used[1]

    def _look(self) -> None:
        try:
            self._used = self._newest()
        except AwsError as error:
            fields = {"bucket": self._bucket, "reason": reason(error)}
            log.error("model bucket failed", extra={"fields": fields})
            # A model that worked a minute ago is better than none.
            if self._used is None:
                raise ServiceError(
                    503,
                    "models_unavailable",
                    f"The model bucket failed with {reason(error)}.",
                    "Try again. If it stays so, check the bucket and what the role may do with it and its key.",
                ) from error
        self._looked_at = time.monotonic()

    def _newest(self) -> tuple[Any, Model]:
        pages = client("s3").get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=PREFIX)
        found = [one for page in pages for one in page.get("Contents", []) if one["Key"].endswith(FILE)]
        for one in sorted(found, key=lambda one: (one["LastModified"], one["Key"]), reverse=True):
            mark = (one["Key"], one["ETag"])
            if self._used and self._used[0] == mark:
                return self._used
            if mark in self._unusable:
                continue
            try:
                model = self._read(one)
            except UnusableModel as error:
                self._unusable.add(mark)
                log.error("unusable model", extra={"fields": {"reason": str(error), "next": "Delete or replace it."}})
                continue
            log.info("model loaded", extra={"fields": {"key": one["Key"], "version": model.version}})
            return mark, model
        if found:
            raise ServiceError(
                503,
                "model_unusable",
                f"None of the {len(found)} models below {PREFIX} is one this service reads.",
                "The log says what is wrong with each. Put one that fits, or delete them all to use the one in the image.",
            )
        return ("image", ""), parse_model(BUNDLED.read_bytes(), "the model of the image")

    def _read(self, one: dict[str, Any]) -> Model:
        origin = f"s3://{self._bucket}/{one['Key']}"
        if one["Size"] > MAX_BYTES:
            raise UnusableModel(f"{origin} has {one['Size']} bytes; a model has at most {MAX_BYTES}.")
        content = client("s3").get_object(Bucket=self._bucket, Key=one["Key"])["Body"].read()
        return parse_model(content, origin)
