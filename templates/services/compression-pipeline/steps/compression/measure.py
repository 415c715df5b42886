"""The three numbers a step reports: size, latency, accuracy."""

from __future__ import annotations

import time

import numpy as np

from compression.dataset import held_out_set
from compression.network import Floats, Network

LATENCY_BATCH = 64
_SERIES, _RUNS, _WARM_UP = 12, 100, 20


def accuracy(network: Network) -> float:
    """Share of the held-out images that are classified right, 0 to 1."""
    data = held_out_set()
    return float(np.mean(network.classify(data.images) == data.labels))


def latency_ms(network: Network) -> float:
    """Time of classifying one batch of `LATENCY_BATCH` images, in milliseconds.

    The median of each series of runs, and of those the smallest: what else the machine does at
    the same time can only make a series slower.
    """
    images = held_out_set().images[:LATENCY_BATCH]
    for _ in range(_WARM_UP):
        network.classify(images)
    return min(_median_of_series(network, images) for _ in range(_SERIES)) * 1000


def _median_of_series(network: Network, images: Floats) -> float:
    seconds = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        network.classify(images)
        seconds.append(time.perf_counter() - started)
    return float(np.median(seconds))


def measure(network: Network, content: bytes) -> dict[str, float]:
    """size_bytes: of the model file as stored. latency_ms: per batch of 64. accuracy: 0 to 1."""
    return {
        "size_bytes": len(content),
        "latency_ms": round(latency_ms(network), 4),
        "accuracy": round(accuracy(network), 4),
    }
