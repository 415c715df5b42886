"""model.npz: a network as one file, without pickled objects, so that reading it runs nothing."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compression.dataset import CLASSES, INPUTS
from compression.errors import StepError
from compression.network import Network
from compression.packing import LayerError, pack, unpack

MAX_BYTES = 256 * 1024 * 1024
_MAX_LAYERS = 32
_ARRAY = re.compile(r"(?:bias_|weight_)(\d{1,3})(?:\.(?:mask|values|shape|scale))?")


def write_model(network: Network) -> bytes:
    """The file's content; the same network always gives the same bytes."""
    arrays: dict[str, NDArray[Any]] = {}
    for index, layer in enumerate(network.layers):
        arrays |= pack(layer, index)
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return buffer.getvalue()


def read_model(content: bytes, origin: str) -> Network:
    """The network in `content`; StepError model_invalid says what does not fit. `origin` is named in it."""
    arrays = _arrays(content, origin)
    names = {name: _ARRAY.fullmatch(name) for name in arrays}
    unknown = sorted(name for name, match in names.items() if match is None)
    if unknown:
        raise _invalid(origin, f"it holds an unknown array {unknown[0][:60]!r}")
    count = 1 + max((int(match[1]) for match in names.values() if match), default=-1)
    if not 1 <= count <= _MAX_LAYERS:
        raise _invalid(origin, f"it holds {count} layers, weight_0 and so on; 1 to {_MAX_LAYERS} are possible")
    try:
        network = Network(tuple(unpack(arrays, index) for index in range(count)))
    except LayerError as error:
        raise _invalid(origin, str(error)) from error
    _check_widths(network, origin)
    return network


def _arrays(content: bytes, origin: str) -> dict[str, NDArray[Any]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            # A few kilobytes can unpack to gigabytes.
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > MAX_BYTES:
            raise _invalid(origin, f"it unpacks to {unpacked} bytes; up to {MAX_BYTES} are read")
        with np.load(io.BytesIO(content), allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _invalid(origin, f"it is not an .npz archive of plain arrays ({error})") from error

    # A member that only has the name of an array comes out as bytes.
    foreign = [name for name, array in arrays.items() if not isinstance(array, np.ndarray)]
    if foreign:
        raise _invalid(origin, f"{foreign[0][:60]!r} in it is not an array")
    return arrays


def _check_widths(network: Network, origin: str) -> None:
    for index in range(len(network.layers) - 1):
        outputs, inputs = network.layers[index].weight.shape[1], network.layers[index + 1].weight.shape[0]
        if outputs != inputs:
            raise _invalid(
                origin, f"weight_{index} has {outputs} outputs, but weight_{index + 1} takes {inputs} inputs"
            )
    widths = network.widths
    if (widths[0], widths[-1]) != (INPUTS, CLASSES):
        raise _invalid(
            origin,
            f"it takes {widths[0]} inputs and tells {widths[-1]} classes; "
            f"the data set has images of {INPUTS} pixels in {CLASSES} classes",
        )


def _invalid(origin: str, what: str) -> StepError:
    return StepError(
        "model_invalid",
        f"The model {origin} cannot be used: {what}.",
        "Write the file as the service's README says under 'The model file', upload it again and start a new run.",
    )
