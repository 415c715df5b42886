"""The three numbers a step reports: size, latency, accuracy."""

from __future__ import annotations

import time

import numpy as np

from compression.dataset import held_out_set
from compression.network import Network

LATENCY_BATCH = 64
_RUNS, _WARM_UP = 300, 20


def accuracy(network: Network) -> float:
    """Share of the held-out images that are classified right, 0 to 1."""
    data = held_out_set()
    return float(np.mean(network.classify(data.images) == data.labels))


def latency_ms(network: Network) -> float:
    """Median time of classifying one batch of `LATENCY_BATCH` images, in milliseconds."""
    images = held_out_set().images[:LATENCY_BATCH]
    seconds = []
    for _ in range(_WARM_UP + _RUNS):
        started = time.perf_counter()
        network.classify(images)
        seconds.append(time.perf_counter() - started)
    return float(np.median(seconds[_WARM_UP:])) * 1000


def measure(network: Network, content: bytes) -> dict[str, float]:
    """size_bytes: of the model file as stored. latency_ms: per batch of 64. accuracy: 0 to 1."""
    return {
        "size_bytes": len(content),
        "latency_ms": round(latency_ms(network), 4),
        "accuracy": round(accuracy(network), 4),
    }
