"""A layer as arrays for storage, and back.

Every layer n has weight_n and bias_n. weight_n takes one of two forms, whichever is smaller:
  dense:  weight_n          the matrix (inputs, outputs) as float32, float16 or int8
  sparse: weight_n.mask     one bit per weight, set where it is not zero (row by row, padded to bytes)
          weight_n.values   the weights of the set bits
          weight_n.shape    inputs, outputs
int8 has weight_n.scale as well, one float32 per output: weight = int8 * scale.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compression.network import Floats, Layer

Arrays = dict[str, NDArray[Any]]
_ACCEPTED = ("float64", "float32", "float16", "int8")


class LayerError(Exception):
    """What does not fit about the arrays of one layer."""


def pack(layer: Layer, index: int) -> Arrays:
    name = f"weight_{index}"
    stored = np.rint(layer.weight / layer.scale) if layer.scale is not None else layer.weight
    stored = stored.astype(layer.precision)
    bias = layer.bias.astype("float16" if layer.precision == "float16" else "float32")
    packed: Arrays = {f"bias_{index}": bias}
    if layer.scale is not None:
        packed[f"{name}.scale"] = layer.scale
    present = stored != 0
    values, mask = stored[present], np.packbits(present)
    if values.nbytes + mask.nbytes < stored.nbytes:
        shape = np.array(stored.shape, dtype=np.uint32)
        return packed | {f"{name}.mask": mask, f"{name}.values": values, f"{name}.shape": shape}
    return packed | {name: stored}


def unpack(arrays: Mapping[str, NDArray[Any]], index: int) -> Layer:
    """Layer `index`; LayerError names the array that does not fit."""
    name = f"weight_{index}"
    stored = _dense(arrays, name)
    bias = _float(_needed(arrays, f"bias_{index}"), f"bias_{index}")
    if bias.shape != (stored.shape[1],):
        raise LayerError(f"bias_{index} has shape {bias.shape}; {name} needs ({stored.shape[1]},)")
    if stored.dtype != np.int8:
        precision = "float16" if stored.dtype == np.float16 else "float32"
        return Layer(_float(stored, name), bias, precision)
    scale = _float(_needed(arrays, f"{name}.scale"), f"{name}.scale")
    if scale.shape != bias.shape or not np.all(scale > 0):
        raise LayerError(f"{name}.scale needs {bias.shape[0]} positive numbers, one for each output")
    return Layer(stored.astype(np.float32) * scale, bias, "int8", scale)


def _dense(arrays: Mapping[str, NDArray[Any]], name: str) -> NDArray[Any]:
    if f"{name}.mask" not in arrays:
        stored = _needed(arrays, name)
    else:
        mask, values = arrays[f"{name}.mask"], _needed(arrays, f"{name}.values")
        shape = _needed(arrays, f"{name}.shape")
        if shape.shape != (2,) or shape.dtype.kind != "u" or mask.dtype != np.uint8 or mask.ndim != 1:
            raise LayerError(f"{name}.shape must be two unsigned integers and {name}.mask a row of uint8")
        count = int(shape[0]) * int(shape[1])
        # Checked before anything of that size is made.
        if mask.size != (count + 7) // 8 or values.shape != (int(np.bitwise_count(mask).sum()),):
            raise LayerError(f"{name}.mask, {name}.values and {name}.shape contradict one another")
        present = np.unpackbits(mask, count=count).astype(bool)
        if int(present.sum()) != values.size:
            raise LayerError(f"{name}.mask has bits set beyond its {count} weights")
        stored = np.zeros(count, dtype=values.dtype)
        stored[present] = values
        stored = stored.reshape(int(shape[0]), int(shape[1]))
    if stored.dtype.name not in _ACCEPTED:
        raise LayerError(f"{name} is {stored.dtype}; accepted are {', '.join(_ACCEPTED)}")
    if stored.ndim != 2 or 0 in stored.shape:
        raise LayerError(f"{name} has shape {stored.shape}; it must be a matrix (inputs, outputs)")
    return stored


def _needed(arrays: Mapping[str, NDArray[Any]], name: str) -> NDArray[Any]:
    if name not in arrays:
        raise LayerError(f"{name} is missing")
    return arrays[name]


def _float(array: NDArray[Any], name: str) -> Floats:
    if array.dtype.kind != "f":
        raise LayerError(f"{name} is {array.dtype}; it must be float16, float32 or float64")
    # A number too large for float32 becomes infinite here, and is refused in the next line.
    with np.errstate(over="ignore"):
        converted = array.astype(np.float32)
    if not np.all(np.isfinite(converted)):
        raise LayerError(f"{name} holds numbers that are not finite")
    return converted
