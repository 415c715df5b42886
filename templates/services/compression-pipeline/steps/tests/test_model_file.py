"""B7, B8: the model file, written as small as it can be and read without trusting it."""

import io
import zipfile

import numpy as np
import pytest

from compression.errors import StepError
from compression.model_file import read_model, write_model
from compression.network import random_network
from compression.pruning import without_smallest
from compression.quantization import quantize


def plain():
    """The documented layout, as somebody would write it by hand."""
    widths = (64, 12, 10)
    return {
        name: array
        for index, (inputs, outputs) in enumerate(zip(widths, widths[1:], strict=False))
        for name, array in (
            (f"weight_{index}", np.ones((inputs, outputs), dtype=np.float32)),
            (f"bias_{index}", np.zeros(outputs, dtype=np.float32)),
        )
    }


def npz(arrays, **options):
    buffer = io.BytesIO()
    np.savez(buffer, **arrays, **options)
    return buffer.getvalue()


def without(name):
    return {known: array for known, array in plain().items() if known != name}


@pytest.mark.parametrize("amount", [0, 0.01, 0.5, 0.99])
@pytest.mark.parametrize("dtype", [None, "float16", "int8"])
def test_b8_a_stored_network_computes_the_same(amount, dtype):
    network = without_smallest(random_network((64, 33, 10), 5), amount)
    network = quantize(network, dtype) if dtype else network
    back = read_model(write_model(network), "model.npz")
    assert [layer.precision for layer in back.layers] == [dtype or "float32"] * 2
    for before, after in zip(network.layers, back.layers, strict=True):
        np.testing.assert_array_equal(before.weight, after.weight)
        np.testing.assert_array_equal(before.bias, after.bias)
    assert write_model(back) == write_model(network)


def test_b7_every_technique_makes_the_file_smaller():
    network = random_network((64, 128, 10), 5)
    pruned = without_smallest(network, 0.5)
    chain = [network, quantize(network, "float16"), quantize(network, "int8"), quantize(pruned, "int8")]
    sizes = [len(write_model(each)) for each in chain]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[2] < sizes[0] / 3
    assert len(write_model(pruned)) < 0.6 * sizes[0]


def test_b8_an_int8_weight_is_off_by_half_a_step_at_most():
    (before,) = random_network((64, 10), 5).layers
    (after,) = quantize(random_network((64, 10), 5), "int8").layers
    assert np.all(np.abs(before.weight - after.weight) <= after.scale / 2 + 1e-7)


@pytest.mark.filterwarnings("error")
def test_b8_outputs_that_are_all_zero_or_nearly_can_be_quantised():
    network = random_network((64, 10), 5)
    network.layers[0].weight[:, 0] = 0
    network.layers[0].weight[:, 1] = 1e-44
    back = read_model(write_model(quantize(network, "int8")), "model.npz")
    assert np.all(back.layers[0].weight[:, :2] == 0)


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_b8_the_documented_layout_is_read(dtype):
    network = read_model(npz({name: array.astype(dtype) for name, array in plain().items()}), "mine.npz")
    assert network.widths == (64, 12, 10)
    assert network.layers[0].weight.dtype == np.float32


def test_b8_a_compressed_archive_is_read_too():
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **plain())
    assert read_model(buffer.getvalue(), "mine.npz").widths == (64, 12, 10)


F32 = np.float32
SPARSE = without("weight_1") | {
    "weight_1.mask": np.packbits(np.eye(12, 10, dtype=bool)),
    "weight_1.values": np.ones(10, dtype=F32),
    "weight_1.shape": np.array([12, 10], dtype=np.uint32),
}


def test_b8_the_sparse_layout_is_read():
    np.testing.assert_array_equal(read_model(npz(SPARSE), "mine.npz").layers[1].weight, np.eye(12, 10))


@pytest.mark.parametrize(
    ("arrays", "named"),
    [
        ({}, "0 layers"),
        (without("bias_1"), "bias_1 is missing"),
        (without("weight_0"), "weight_0 is missing"),
        (plain() | {"weight_999": np.ones((1, 1), F32)}, "1000 layers"),
        (plain() | {"secret": np.ones(1)}, "unknown array 'secret'"),
        (plain() | {"weight_0": np.ones(64, F32)}, "weight_0 has shape"),
        (plain() | {"weight_0": np.ones((64, 0), F32)}, "weight_0 has shape"),
        (plain() | {"weight_0": np.ones((64, 12), np.int64)}, "weight_0 is int64"),
        (plain() | {"weight_0": np.ones((64, 12), np.int8)}, "weight_0.scale is missing"),
        (plain() | {"weight_0": np.ones((64, 12), np.int8), "weight_0.scale": np.zeros(12, F32)}, "positive"),
        (plain() | {"weight_0": np.full((64, 12), np.nan, F32)}, "not finite"),
        (plain() | {"weight_0": np.full((64, 12), 1e300)}, "not finite"),
        (plain() | {"bias_0": np.zeros(3, F32)}, "bias_0 has shape"),
        (plain() | {"bias_0": np.zeros(12, np.int32)}, "bias_0 is int32"),
        (plain() | {"weight_1": np.ones((9, 10), F32)}, "12 outputs, but weight_1 takes 9"),
        (plain() | {"weight_0": np.ones((65, 12), F32)}, "takes 65 inputs"),
        (plain() | {"weight_1": np.ones((12, 9), F32), "bias_1": np.zeros(9, F32)}, "tells 9 classes"),
        (SPARSE | {"weight_1.shape": np.array([2**31, 2**31], np.uint32)}, "contradict"),
        (SPARSE | {"weight_1.shape": np.array([-1, 10])}, "unsigned"),
        (SPARSE | {"weight_1.values": np.ones(9, F32)}, "contradict"),
        (SPARSE | {"weight_1.mask": np.ones(3, np.uint8)}, "contradict"),
        (SPARSE | {"weight_1.mask": np.ones((3, 5), F32)}, "row of uint8"),
    ],
)
def test_b8_what_does_not_fit_is_named(arrays, named):
    with pytest.raises(StepError) as caught:
        read_model(npz(arrays), "s3://models/uploads/mine.npz")
    assert caught.value.code == "model_invalid"
    assert named in caught.value.message
    assert "s3://models/uploads/mine.npz" in caught.value.message
    assert "README" in caught.value.next


def test_b8_bits_beyond_the_last_weight_are_refused():
    arrays = plain() | {"weight_1": np.ones((12, 10), F32)}
    odd = {name: array for name, array in arrays.items() if not name.endswith("_1")} | {
        "weight_1.mask": np.array([0b00000001], np.uint8),
        "weight_1.values": np.ones(1, F32),
        "weight_1.shape": np.array([1, 7], np.uint32),
        "bias_1": np.zeros(7, F32),
    }
    with pytest.raises(StepError, match="beyond its 7 weights"):
        read_model(npz(odd), "odd.npz")


class Trap:
    """Unpickling this would be told to the test."""

    sprung = False

    def __reduce__(self):
        return (setattr, (Trap, "sprung", True))


def test_b4_pickled_objects_are_refused_and_never_run():
    content = npz(plain() | {"weight_0": np.array([Trap()], dtype=object)})
    with pytest.raises(StepError, match="plain arrays"):
        read_model(content, "trap.npz")
    assert Trap.sprung is False


def damaged():
    content = bytearray(npz(plain()))
    content[200] ^= 0xFF
    return bytes(content)


def foreign():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("weight_0.npy", b"no array at all")
    return buffer.getvalue()


@pytest.mark.parametrize("content", [b"", b"text", npz(plain())[:-30], damaged(), foreign()], ids=range(5))
def test_b8_a_broken_archive_is_refused(content):
    with pytest.raises(StepError) as caught:
        read_model(content, "broken.npz")
    assert caught.value.code == "model_invalid"
