"""Knowledge distillation: a student of half the width learns from the teacher's probabilities."""

from __future__ import annotations

import numpy as np

from compression.dataset import CLASSES, training_set
from compression.network import Floats, Layer, Network
from compression.training import LogitGradient, OnEpoch, softmax, towards_labels, train

# A temperature above 1 shows the student which wrong answers the teacher finds nearly right.
_TEMPERATURE = np.float32(2)
_TEACHER_SHARE = np.float32(0.7)
_EPOCHS, _RATE, _SEED = 10, 0.002, 13


def distill(network: Network, teacher: Network, on_epoch: OnEpoch) -> Network:
    """A student cut out of `network`, trained on the teacher's answers and the true labels.

    What was pruned stays pruned, so both techniques add up.
    """
    data = training_set()
    gradient = _towards_teacher(teacher.logits(data.images), towards_labels(data.labels, CLASSES))
    return train(
        half_width(network), data.images, gradient, epochs=_EPOCHS, rate=_RATE, seed=_SEED, on_epoch=on_epoch
    )


def _towards_teacher(answers: Floats, towards_truth: LogitGradient) -> LogitGradient:
    soft = softmax(answers / _TEMPERATURE)

    def gradient(logits: Floats, rows: np.ndarray) -> Floats:
        # The factor keeps the size of the soft gradient independent of the temperature.
        from_teacher = _TEMPERATURE * (softmax(logits / _TEMPERATURE) - soft[rows])
        return _TEACHER_SHARE * from_teacher + (1 - _TEACHER_SHARE) * towards_truth(logits, rows)

    return gradient


def half_width(network: Network) -> Network:
    """The half of every hidden layer's units through which most passes."""
    layers = list(network.layers)
    for index in range(len(layers) - 1):
        before, after = layers[index], layers[index + 1]
        through = np.linalg.norm(before.weight, axis=0) * np.linalg.norm(after.weight, axis=1)
        count = max(1, len(through) // 2)
        kept = np.sort(np.argsort(-through, kind="stable")[:count])
        layers[index] = Layer(before.weight[:, kept], before.bias[kept])
        layers[index + 1] = Layer(after.weight[kept, :], after.bias)
    return Network(tuple(layers))
