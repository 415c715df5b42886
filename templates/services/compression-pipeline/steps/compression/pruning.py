"""Magnitude pruning: the smallest weights go, the others learn to do without them."""

from __future__ import annotations

import numpy as np

from compression.dataset import CLASSES, training_set
from compression.network import Layer, Network
from compression.training import OnEpoch, towards_labels, train

# Removing in two rounds costs less accuracy than removing everything at once.
_ROUNDS = (0.6, 1.0)
_EPOCHS_PER_ROUND, _RATE, _SEED = 3, 0.001, 12


def prune(network: Network, amount: float, on_epoch: OnEpoch) -> Network:
    """`amount` (0 to 1) of every layer's weights set to zero, the rest fine-tuned."""
    data = training_set()
    gradient = towards_labels(data.labels, CLASSES)
    for part in _ROUNDS:
        network = without_smallest(network, amount * part)
        network = train(
            network, data.images, gradient, epochs=_EPOCHS_PER_ROUND, rate=_RATE, seed=_SEED, on_epoch=on_epoch
        )
    return network


def without_smallest(network: Network, amount: float) -> Network:
    """The share `amount` of each layer's weights with the smallest magnitude, set to zero."""
    layers = []
    for layer in network.layers:
        weight = layer.weight.copy()
        removed = round(amount * weight.size)
        smallest = np.argsort(np.abs(weight), axis=None, kind="stable")[:removed]
        weight.flat[smallest] = 0
        layers.append(Layer(weight, layer.bias))
    return Network(tuple(layers))
