"""builtin://digits: the network that a pipeline can be tried with before there is a model to upload."""

from __future__ import annotations

from compression.dataset import CLASSES, INPUTS, training_set
from compression.network import Network, random_network
from compression.training import OnEpoch, towards_labels, train

URI = "builtin://digits"
_HIDDEN = (128, 64)
_EPOCHS, _RATE, _SEED = 10, 0.002, 11


def reference_model(on_epoch: OnEpoch) -> Network:
    """Trained here and now, from a fixed seed: 64 inputs, 128 and 64 hidden units, 10 classes."""
    data = training_set()
    untrained = random_network((INPUTS, *_HIDDEN, CLASSES), _SEED)
    gradient = towards_labels(data.labels, CLASSES)
    return train(untrained, data.images, gradient, epochs=_EPOCHS, rate=_RATE, seed=_SEED, on_epoch=on_epoch)
