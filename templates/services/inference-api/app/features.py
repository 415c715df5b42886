"""What a stretch of sound looks like in numbers: spectra per frame, statistics per window."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

FRAME_SECONDS = 0.032
FRAME_HOP_SECONDS = 0.010
MEL_BANDS = 40
LOW_HZ, HIGH_HZ = 50.0, 7_600.0
FLOOR = 1e-10
BLOCK_FRAMES = 4_096
GROUPED_BANDS = 10

FRAME_FEATURES = ("level_db", "flatness", "centroid", "spread", "peakiness", "peak_pitch", "flux")
WINDOW_FEATURES = (
    *(f"{name}_mean" for name in FRAME_FEATURES),
    *(f"{name}_deviation" for name in FRAME_FEATURES),
    "level_range_db",
    "quiet_share",
    "pitch_slope",
    "pitch_straightness",
    "envelope_periodicity",
    "envelope_crest",
    *(f"band_{index}_mean" for index in range(GROUPED_BANDS)),
    *(f"band_{index}_deviation" for index in range(GROUPED_BANDS)),
)


def frame_length(rate_hz: int) -> int:
    """Samples in one analysis frame: the shortest sound that can be described."""
    return round(FRAME_SECONDS * rate_hz)


def frame_features(
    samples: np.ndarray, rate_hz: int, between_blocks: Callable[[], None] = lambda: None
) -> tuple[np.ndarray, np.ndarray]:
    """Per frame of 32 ms every 10 ms: FRAME_FEATURES (frames, 7) and relative log-mel (frames, 40).

    Works block by block; `between_blocks` is called before each, and may raise to stop the work.
    """
    length, hop = frame_length(rate_hz), round(FRAME_HOP_SECONDS * rate_hz)
    frames = np.lib.stride_tricks.sliding_window_view(samples, length)[::hop]
    window = np.hanning(length).astype(np.float32)
    scalars, mels = [], []
    previous: np.ndarray | None = None
    for start in range(0, len(frames), BLOCK_FRAMES):
        between_blocks()
        block = frames[start : start + BLOCK_FRAMES]
        power = np.abs(np.fft.rfft(block * window, axis=1)).astype(np.float32) ** 2
        described, mel, previous = _describe(block, power, rate_hz, previous)
        scalars.append(described)
        mels.append(mel)
    return np.concatenate(scalars), np.concatenate(mels)


def window_features(scalars: np.ndarray, mels: np.ndarray) -> np.ndarray:
    """WINDOW_FEATURES of consecutive frames, as one vector."""
    level, pitch = scalars[:, 0], scalars[:, 5]
    slope, straightness = _pitch_line(pitch, level)
    energy = 10.0 ** (level / 10.0)
    grouped = mels.reshape(len(mels), GROUPED_BANDS, -1).mean(axis=2)
    return np.concatenate(
        [
            scalars.mean(axis=0),
            scalars.std(axis=0),
            [
                float(np.percentile(level, 95) - np.percentile(level, 5)),
                float((level < level.max() - 20.0).mean()),
                slope,
                straightness,
                _periodicity(energy),
                float(np.log10(energy.max() / (energy.mean() + FLOOR) + FLOOR)),
            ],
            grouped.mean(axis=0),
            grouped.std(axis=0),
        ]
    ).astype(np.float32)


def _describe(
    block: np.ndarray, power: np.ndarray, rate_hz: int, previous: np.ndarray | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    frequencies = np.fft.rfftfreq(block.shape[1], 1.0 / rate_hz).astype(np.float32)
    audible = (frequencies >= LOW_HZ) & (frequencies <= HIGH_HZ)
    power, frequencies = power[:, audible] + FLOOR, frequencies[audible]
    share = power / power.sum(axis=1, keepdims=True)
    octaves = np.log2(frequencies / 1_000.0)
    centroid = share @ octaves
    spread = np.sqrt(np.maximum(0.0, share @ octaves**2 - centroid**2))
    level = 10.0 * np.log10(np.square(block).mean(axis=1) + 1e-9)
    flatness = np.exp(np.log(power).mean(axis=1)) / power.mean(axis=1)
    peakiness = np.sqrt(share.max(axis=1))
    pitch = octaves[share.argmax(axis=1)]
    before = np.vstack([share[:1] if previous is None else previous, share[:-1]])
    flux = np.abs(share - before).sum(axis=1) / 2.0
    mel = np.log10(power @ _mel_bank(rate_hz, block.shape[1]).T + FLOOR)
    relative = mel - mel.mean(axis=1, keepdims=True)
    scalars = np.stack([level, flatness, centroid, spread, peakiness, pitch, flux], axis=1)
    return scalars.astype(np.float32), relative.astype(np.float32), share[-1:]


def _pitch_line(pitch: np.ndarray, level: np.ndarray) -> tuple[float, float]:
    """How fast the strongest partial moves (octaves per window) and how straight its path is."""
    heard = level > level.max() - 25.0
    if heard.sum() < 3:
        return 0.0, 0.0
    x = np.linspace(-0.5, 0.5, len(pitch))[heard]
    y = pitch[heard] - pitch[heard].mean()
    x = x - x.mean()
    slope = float(x @ y / (x @ x))
    explained = slope**2 * float(x @ x) / (float(y @ y) + 1e-3)
    return float(np.log1p(abs(slope))), min(1.0, explained)


def _periodicity(energy: np.ndarray) -> float:
    """Height of the strongest repetition of the loudness envelope, 0 to 1."""
    centred = energy - energy.mean()
    total = float(centred @ centred)
    if total < 1e-12 or len(centred) < 8:
        return 0.0
    correlation = np.correlate(centred, centred, mode="full")[len(centred) - 1 :] / total
    # The first lags belong to the event itself: repetition starts after the curve went down once.
    falling = np.flatnonzero(np.diff(correlation) > 0)
    if len(falling) == 0:
        return 0.0
    return float(np.clip(correlation[falling[0] + 1 :].max(initial=0.0), 0.0, 1.0))


@lru_cache(maxsize=4)
def _mel_bank(rate_hz: int, length: int) -> np.ndarray:
    """Triangular filters over the audible bins, (MEL_BANDS, bins), each summing to 1."""
    frequencies = np.fft.rfftfreq(length, 1.0 / rate_hz)
    frequencies = frequencies[(frequencies >= LOW_HZ) & (frequencies <= HIGH_HZ)]
    mel = np.linspace(_to_mel(LOW_HZ), _to_mel(HIGH_HZ), MEL_BANDS + 2)
    edges = 700.0 * (10.0 ** (mel / 2595.0) - 1.0)
    low, centre, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rising, falling = (frequencies - low) / (centre - low), (high - frequencies) / (high - centre)
    bank = np.maximum(0.0, np.minimum(rising, falling))
    # A filter narrower than one bin would stay empty: give it its nearest bin.
    empty = np.flatnonzero(bank.sum(axis=1) == 0)
    bank[empty, np.abs(frequencies - centre[empty]).argmin(axis=1)] = 1.0
    return (bank / bank.sum(axis=1, keepdims=True)).astype(np.float32)


def _to_mel(hz: float) -> float:
    return 2595.0 * float(np.log10(1.0 + hz / 700.0))
