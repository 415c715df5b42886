"""Sample-rate conversion by a polyphase windowed-sinc filter, in numpy alone."""

from __future__ import annotations

from math import gcd

import numpy as np

ZERO_CROSSINGS = 16
KAISER_BETA = 8.6
ROLLOFF = 0.92


def resample(samples: np.ndarray, source_hz: int, target_hz: int) -> np.ndarray:
    """Mono float32 samples at target_hz; frequencies above the lower Nyquist are removed.

    Output n lies at input position n*down/up. All outputs of one phase (n modulo up) share the
    same fractional position and so the same filter taps, which makes each phase one product of
    a strided view with a vector.
    """
    if source_hz == target_hz or len(samples) == 0:
        return samples
    divisor = gcd(source_hz, target_hz)
    up, down = target_hz // divisor, source_hz // divisor
    cutoff = ROLLOFF * min(1.0, up / down)
    half = int(np.ceil(ZERO_CROSSINGS / cutoff))
    length = -(-len(samples) * up // down)
    padded = np.concatenate([np.zeros(half, np.float32), samples, np.zeros(half + down + 1, np.float32)])
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1)
    output = np.empty(length, dtype=np.float32)
    bases, remainders = np.divmod(np.arange(min(up, length)) * down, up)
    for phase, (base, taps) in enumerate(zip(bases, _taps(remainders / up, half, cutoff), strict=True)):
        count = len(range(phase, length, up))
        output[phase::up] = windows[base::down][:count] @ taps
    return output


def _taps(fractions: np.ndarray, half: int, cutoff: float) -> np.ndarray:
    """One row of filter taps for each fractional position."""
    offsets = np.arange(-half, half + 1) - fractions[:, None]
    window = np.i0(KAISER_BETA * np.sqrt(np.maximum(0.0, 1.0 - (offsets / (half + 1)) ** 2))) / np.i0(KAISER_BETA)
    taps = cutoff * np.sinc(cutoff * offsets) * window
    return (taps / taps.sum(axis=1, keepdims=True)).astype(np.float32)
