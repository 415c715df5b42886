"""The classifier: standardised window features, one linear layer, softmax. Weights are JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from app import aws, settings
from app.errors import ServiceError
from app.features import WINDOW_FEATURES

FORMAT = "mlinfra-audio-classifier/1"
BUNDLED = Path(__file__).parent.parent / "model" / "weights.json"
MAX_MODEL_BYTES = 50_000_000


@dataclass(frozen=True)
class Model:
    """weights: (features, labels); mean, scale: (features,); bias: (labels,)."""

    name: str
    digest: str
    sample_rate_hz: int
    labels: tuple[str, ...]
    mean: np.ndarray
    scale: np.ndarray
    weights: np.ndarray
    bias: np.ndarray

    def probabilities(self, features: np.ndarray) -> np.ndarray:
        """(windows, features) to (windows, labels), each row summing to 1."""
        scores = ((features - self.mean) / self.scale) @ self.weights + self.bias
        exponentials = np.exp(scores - scores.max(axis=1, keepdims=True))
        return exponentials / exponentials.sum(axis=1, keepdims=True)


def parse(content: bytes, origin: str) -> Model:
    """Read weights as train.py writes them; raises ServiceError naming `origin` when they do not fit.

    JSON and not pickle: loading a model must never be able to run code.
    """
    try:
        document = json.loads(content)
        if document["format"] != FORMAT:
            raise ValueError(f"its format is {document['format']!r}, expected {FORMAT!r}")
        if tuple(document["features"]) != WINDOW_FEATURES:
            raise ValueError("it was trained on other features than this version computes")
        model = Model(
            name=str(document["name"]),
            digest=hashlib.sha256(content).hexdigest(),
            sample_rate_hz=int(document["sample_rate_hz"]),
            labels=tuple(str(label) for label in document["labels"]),
            mean=np.array(document["mean"], dtype=np.float64),
            scale=np.array(document["scale"], dtype=np.float64),
            weights=np.array(document["weights"], dtype=np.float64),
            bias=np.array(document["bias"], dtype=np.float64),
        )
        _check_shapes(model)
    except (KeyError, TypeError, ValueError) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise _unusable(origin, reason) from error
    return model


def _check_shapes(model: Model) -> None:
    inputs, outputs = len(WINDOW_FEATURES), len(model.labels)
    expected = {"mean": (inputs,), "scale": (inputs,), "weights": (inputs, outputs), "bias": (outputs,)}
    for field, shape in expected.items():
        values: np.ndarray = getattr(model, field)
        if values.shape != shape:
            raise ValueError(f"{field} has shape {values.shape}, expected {shape}")
        if not np.isfinite(values).all():
            raise ValueError(f"{field} holds values that are not numbers")
    if not (model.scale > 0).all():
        raise ValueError("scale must be positive")


def _unusable(origin: str, reason: str) -> ServiceError:
    return ServiceError(
        500,
        "model_unusable",
        f"The model at {origin} cannot be used: {reason}.",
        "Write it with train.py of this service, or unset MODEL_S3_BUCKET and MODEL_S3_KEY to use the bundled model.",
    )


def _from_s3(bucket: str, key: str) -> Model:
    if key.endswith("/"):
        key += BUNDLED.name
    origin = f"s3://{bucket}/{key}"
    content = aws.read_object(bucket, key, MAX_MODEL_BYTES)
    if content is None:
        raise _unusable(origin, "there is no such object, or the function may not read it")
    return parse(content, origin)


@lru_cache(maxsize=1)
def current() -> Model:
    """The model of this container, loaded at its first use. A failure is not remembered."""
    configured = settings.current()
    load: Callable[[], Model] = (
        (lambda: _from_s3(configured.model_s3_bucket, configured.model_s3_key))
        if configured.model_s3_bucket
        else (lambda: parse(BUNDLED.read_bytes(), "model/weights.json"))
    )
    return load()
