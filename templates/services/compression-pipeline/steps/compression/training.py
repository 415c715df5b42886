"""Gradient descent (Adam) on a network, leaving pruned connections pruned."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from compression.network import Floats, Layer, Network

# Derivative of the loss by the logits, for the given rows of the training set.
LogitGradient = Callable[[Floats, NDArray[np.intp]], Floats]
OnEpoch = Callable[[int, Network], None]

_BATCH = 64
_MOMENTUM, _SQUARES, _TINY = np.float32(0.9), np.float32(0.999), np.float32(1e-8)


def softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def towards_labels(labels: NDArray[np.int64], classes: int) -> LogitGradient:
    """Cross entropy against the true classes."""
    truth = np.eye(classes, dtype=np.float32)[labels]
    return lambda logits, rows: softmax(logits) - truth[rows]


def train(
    network: Network, images: Floats, gradient: LogitGradient, *, epochs: int, rate: float, seed: int, on_epoch: OnEpoch
) -> Network:
    """The network after `epochs` rounds. Weights that are zero at the start stay zero."""
    random = np.random.Generator(np.random.PCG64(seed))
    values = [array.copy() for layer in network.layers for array in (layer.weight, layer.bias)]
    kept = [array != 0 if index % 2 == 0 else True for index, array in enumerate(values)]
    means = [np.zeros_like(array) for array in values]
    squares = [np.zeros_like(array) for array in values]
    updates = 0
    for epoch in range(1, epochs + 1):
        order = random.permutation(len(images))
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            slopes = _slopes(_assemble(values), images[rows], rows, gradient)
            updates += 1
            # Both running means start at zero; this corrects for it.
            step = np.float32(rate * np.sqrt(1 - _SQUARES**updates) / (1 - _MOMENTUM**updates))
            for index, slope in enumerate(slopes):
                means[index] += (1 - _MOMENTUM) * (slope - means[index])
                squares[index] += (1 - _SQUARES) * (slope * slope - squares[index])
                values[index] -= step * means[index] / (np.sqrt(squares[index]) + _TINY) * kept[index]
        on_epoch(epoch, _assemble(values))
    return _assemble(values)


def _assemble(values: list[Floats]) -> Network:
    return Network(tuple(Layer(weight, bias) for weight, bias in zip(values[::2], values[1::2], strict=True)))


def _slopes(network: Network, images: Floats, rows: NDArray[np.intp], gradient: LogitGradient) -> list[Floats]:
    """Back-propagation: derivatives in the order weight, bias, weight, bias, ..."""
    outputs = network.activations(images)
    error = gradient(outputs[-1], rows) / np.float32(len(rows))
    slopes: list[Floats] = []
    for layer, inputs in zip(reversed(network.layers), reversed(outputs[:-1]), strict=True):
        slopes[:0] = [inputs.T @ error, error.sum(axis=0)]
        error = (error @ layer.weight.T) * (inputs > 0)
    return slopes
