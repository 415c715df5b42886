"""The network that is compressed: a multilayer perceptron with ReLU between its layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Precision = Literal["float32", "float16", "int8"]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Layer:
    """One affine layer, always ready to compute with; `precision` says how it is stored.

    weight: (inputs, outputs); zero where a connection is pruned.
    scale: (outputs,), int8 only: weight / scale are then whole numbers from -127 to 127.
    """

    weight: Floats
    bias: Floats
    precision: Precision = "float32"
    scale: Floats | None = None


@dataclass(frozen=True)
class Network:
    layers: tuple[Layer, ...]

    @property
    def widths(self) -> tuple[int, ...]:
        """Inputs, hidden units, ..., classes."""
        return (self.layers[0].weight.shape[0], *(layer.weight.shape[1] for layer in self.layers))

    @property
    def weights(self) -> int:
        return sum(layer.weight.size for layer in self.layers)

    @property
    def nonzero_weights(self) -> int:
        return sum(int(np.count_nonzero(layer.weight)) for layer in self.layers)

    def activations(self, inputs: Floats) -> list[Floats]:
        """Inputs of every layer, and last the logits."""
        outputs = [inputs]
        for index, layer in enumerate(self.layers):
            result = outputs[-1] @ layer.weight + layer.bias
            last = index == len(self.layers) - 1
            outputs.append(result if last else np.maximum(result, 0))
        return outputs

    def logits(self, inputs: Floats) -> Floats:
        return self.activations(inputs)[-1]

    def classify(self, inputs: Floats) -> NDArray[np.intp]:
        return np.argmax(self.logits(inputs), axis=1)


def random_network(widths: Sequence[int], seed: int) -> Network:
    """An untrained network: He initialisation, zero biases."""
    random = np.random.Generator(np.random.PCG64(seed))
    layers = []
    for inputs, outputs in zip(widths, widths[1:], strict=False):
        weight = random.standard_normal((inputs, outputs), dtype=np.float32) * np.float32(np.sqrt(2 / inputs))
        layers.append(Layer(weight, np.zeros(outputs, dtype=np.float32)))
    return Network(tuple(layers))
