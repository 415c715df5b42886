"""Fewer bits per weight: int8 with one scale per output, or float16."""

from __future__ import annotations

import numpy as np

from compression.network import Layer, Network, Precision

_LARGEST = np.float32(127)
# Below this a scale would be too small a number for float32.
_NOTHING = np.float32(1e-35)


def quantize(network: Network, dtype: Precision) -> Network:
    """The network as it will compute once it is stored with `dtype`."""
    convert = {"int8": _to_int8, "float16": _to_float16}[dtype]
    return Network(tuple(convert(layer) for layer in network.layers))


def _to_int8(layer: Layer) -> Layer:
    """Symmetric, so that a pruned weight stays exactly zero. Biases are few and stay float32."""
    largest = np.abs(layer.weight).max(axis=0)
    # An output without any connection left still needs a scale to divide by.
    scale = (np.where(largest > _NOTHING, largest, 1) / _LARGEST).astype(np.float32)
    steps = np.clip(np.rint(layer.weight / scale), -_LARGEST, _LARGEST)
    return Layer((steps * scale).astype(np.float32), layer.bias, "int8", scale)


def _to_float16(layer: Layer) -> Layer:
    limit = np.finfo(np.float16).max
    weight, bias = (
        np.clip(array, -limit, limit).astype(np.float16).astype(np.float32) for array in (layer.weight, layer.bias)
    )
    return Layer(weight, bias, "float16")
