"""From the bytes of an audio file to labels with scores and a time line."""

from __future__ import annotations

from typing import Any

import numpy as np

from app import audio, features
from app.deadline import Deadline
from app.errors import ServiceError
from app.model import Model
from app.resample import resample
from app.settings import Settings


def predict(
    content: bytes, model: Model, configured: Settings, max_seconds: float, deadline: Deadline
) -> dict[str, Any]:
    """The result document.

    `{"model": {name, digest}, "duration_seconds", "sample_rate_hz", "window_seconds", "hop_seconds",
    "labels": [{label, score}], "timeline": [{start_seconds, end_seconds, labels: [{label, score}]}]}`
    Scores are probabilities; `labels` averages them over the file. Raises ServiceError for audio
    that cannot be used.
    """
    samples, source_hz = audio.decode(content, max_seconds)
    duration = len(samples) / source_hz
    deadline.check()
    # SAMPLE_RATE_HZ decides how much of the spectrum is listened to; the model still gets the
    # rate it was trained at, so that any setting gives valid features.
    samples = resample(samples, source_hz, configured.sample_rate_hz)
    samples = resample(samples, configured.sample_rate_hz, model.sample_rate_hz)
    if len(samples) < features.frame_length(model.sample_rate_hz):
        raise ServiceError(
            400,
            "audio_too_short",
            f"The audio lasts {duration * 1000:.0f} ms; at least {features.FRAME_SECONDS * 1000:.0f} ms are needed.",
            "Send a longer recording.",
        )
    scalars, mels = features.frame_features(samples, model.sample_rate_hz, deadline.check)
    spans = window_spans(duration, configured.window_seconds, configured.hop_seconds)
    described = np.stack([features.window_features(*_slice(scalars, mels, start, end)) for start, end in spans])
    probabilities = model.probabilities(described)
    return {
        "model": {"name": model.name, "digest": model.digest},
        "duration_seconds": round(duration, 3),
        "sample_rate_hz": configured.sample_rate_hz,
        "window_seconds": configured.window_seconds,
        "hop_seconds": configured.hop_seconds,
        "labels": _top(probabilities.mean(axis=0), model.labels, configured.top_k),
        "timeline": [
            {
                "start_seconds": round(start, 3),
                "end_seconds": round(end, 3),
                "labels": _top(row, model.labels, configured.top_k),
            }
            for (start, end), row in zip(spans, probabilities, strict=True)
        ],
    }


def window_spans(duration: float, window: float, hop: float) -> list[tuple[float, float]]:
    """Start and end of each window, in seconds; the last one ends with the audio."""
    if duration <= window:
        return [(0.0, duration)]
    count = int((duration - window) / hop + 1e-9) + 1
    spans = [(index * hop, index * hop + window) for index in range(count)]
    if spans[-1][1] < duration - 1e-3:
        spans.append((duration - window, duration))
    return spans


def _slice(scalars: np.ndarray, mels: np.ndarray, start: float, end: float) -> tuple[np.ndarray, np.ndarray]:
    last = len(scalars) - 1
    first = min(last, round(start / features.FRAME_HOP_SECONDS))
    # Frames that begin inside the window but reach beyond it describe its neighbour too.
    stop = round((end - features.FRAME_SECONDS) / features.FRAME_HOP_SECONDS) + 1
    stop = max(first + 1, min(len(scalars), stop))
    return scalars[first:stop], mels[first:stop]


def _top(scores: np.ndarray, labels: tuple[str, ...], count: int) -> list[dict[str, Any]]:
    order = np.argsort(-scores, kind="stable")[:count]
    return [{"label": labels[index], "score": round(float(scores[index]), 4)} for index in order]
