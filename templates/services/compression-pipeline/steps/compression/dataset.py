"""What the network learns and is judged by: images of digits, rendered from a seed.

Nothing is downloaded and nothing is shipped: the same numbers come out on every machine. To use
data of your own, return it from `training_set` and `held_out_set`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from compression.glyphs import glyphs

SIDE = 8
INPUTS = SIDE * SIDE
CLASSES = 10

# Strong enough that the network needs its capacity, so that pruning it too far shows.
_NOISE = 0.18
_TRAINING_IMAGES, _TRAINING_SEED = 6_000, 1
_HELD_OUT_IMAGES, _HELD_OUT_SEED = 2_000, 2


@dataclass(frozen=True)
class Dataset:
    """images: (n, 64) of float32 around 0 to 1. labels: (n,) of integers 0 to 9."""

    images: NDArray[np.float32]
    labels: NDArray[np.int64]


@lru_cache(maxsize=1)
def training_set() -> Dataset:
    return _render(_TRAINING_IMAGES, _TRAINING_SEED)


@lru_cache(maxsize=1)
def held_out_set() -> Dataset:
    """Images that no step trains on; every accuracy is measured on these."""
    return _render(_HELD_OUT_IMAGES, _HELD_OUT_SEED)


def _render(count: int, seed: int) -> Dataset:
    """Digits of random strength, moved by fractions of a pixel, under noise."""
    random = np.random.Generator(np.random.PCG64(seed))
    labels = np.arange(count) % CLASSES
    # One pixel of margin on each side lets a shift mix neighbours without a special case.
    canvas = np.zeros((count, SIDE + 1, SIDE + 1), dtype=np.float32)
    canvas[:, 1:8, 2:7] = glyphs()[labels]
    canvas = np.roll(canvas, 1, axis=2) * (right := random.random((count, 1, 1)) < 0.5) + canvas * ~right
    down, across = random.random((2, count, 1, 1), dtype=np.float32)
    mixed = (1 - down) * canvas[:, 1:, :] + down * canvas[:, :-1, :]
    mixed = (1 - across) * mixed[:, :, 1:] + across * mixed[:, :, :-1]
    strength = 0.5 + 0.5 * random.random((count, 1, 1), dtype=np.float32)
    noise = _NOISE * random.standard_normal(mixed.shape, dtype=np.float32)
    images = (strength * mixed + noise).reshape(count, INPUTS).astype(np.float32)
    return Dataset(images, labels)
