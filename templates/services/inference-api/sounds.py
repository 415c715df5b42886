"""Synthesised sounds of each class: what the bundled model is trained and tested on."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

RATE_HZ = 16_000
LABELS = ("silence", "tone", "noise", "chirp", "pulse_train", "speech_like")

Generator = np.random.Generator


def synthesise(label: str, seconds: float, random: Generator) -> np.ndarray:
    """One mono float32 sound of the class, at RATE_HZ, with a random level and a faint background."""
    count = int(seconds * RATE_HZ)
    time = np.arange(count) / RATE_HZ
    if label == "silence":
        return _silence(count, random)
    sound = _MAKERS[label](time, random)
    sound = sound / (np.abs(sound).max() + 1e-9) * 10 ** (random.uniform(-30, -1) / 20)
    background = random.standard_normal(count) * np.abs(sound).max() * 10 ** (random.uniform(-70, -35) / 20)
    return np.clip(sound + background, -1, 1).astype(np.float32)


def _silence(count: int, random: Generator) -> np.ndarray:
    if random.random() < 0.3:
        return np.zeros(count, dtype=np.float32)
    return (random.standard_normal(count) * 10 ** (random.uniform(-95, -68) / 20)).astype(np.float32)


def _tone(time: np.ndarray, random: Generator) -> np.ndarray:
    base = 2 ** random.uniform(np.log2(80), np.log2(3_500))
    sound = np.zeros_like(time)
    for order in range(1, int(random.integers(1, 6)) + 1):
        if base * order < 7_500:
            phase = random.uniform(0, 2 * np.pi)
            sound += random.uniform(0.2, 1.0) / order * np.sin(2 * np.pi * base * order * time + phase)
    vibrato = 1.0 + random.uniform(0, 0.15) * np.sin(2 * np.pi * random.uniform(3, 7) * time)
    return sound * vibrato


def _noise(time: np.ndarray, random: Generator) -> np.ndarray:
    """White, coloured or band-limited noise."""
    spectrum = np.fft.rfft(random.standard_normal(len(time)))
    frequency = np.fft.rfftfreq(len(time), 1 / RATE_HZ)
    shape = np.maximum(frequency, 40.0) ** -random.uniform(0, 1.0)
    if random.random() < 0.4:
        centre, octaves = 2 ** random.uniform(np.log2(400), np.log2(4_000)), random.uniform(0.5, 1.5)
        shape = shape * np.exp(-((np.log2(np.maximum(frequency, 1.0) / centre) / octaves) ** 2))
    return np.fft.irfft(spectrum * shape, n=len(time))


def _chirp(time: np.ndarray, random: Generator) -> np.ndarray:
    """A sweep of at least one octave a second, linear or exponential, up or down, once or repeated."""
    period = random.uniform(0.4, 1.2)
    octaves = random.uniform(1.0, 4.0) * max(period, 0.5)
    low = 2 ** random.uniform(np.log2(120), np.log2(7_000) - octaves)
    position = (time + random.uniform(0, period)) % period / period
    if random.random() < 0.5:
        position = 1.0 - position
    exponential = low * 2 ** (octaves * position)
    linear = low + (low * 2**octaves - low) * position
    frequency = exponential if random.random() < 0.5 else linear
    return np.sin(2 * np.pi * np.cumsum(frequency) / RATE_HZ)


def _pulse_train(time: np.ndarray, random: Generator) -> np.ndarray:
    """Short clicks, 4 to 25 a second, each a decaying resonance."""
    rate = random.uniform(4, 25)
    within = (time + random.uniform(0, 1)) % (1 / rate)
    decay = np.exp(-within / random.uniform(0.0008, 0.006))
    carrier = np.sin(2 * np.pi * random.uniform(300, 5_000) * within)
    grain = random.standard_normal(len(time)) * random.uniform(0, 0.8)
    return decay * (carrier + grain)


def _speech_like(time: np.ndarray, random: Generator) -> np.ndarray:
    """A gliding voice through moving formants, in syllables, with breathy consonants between."""
    glide = np.interp(time, np.linspace(0, time[-1], 6), random.uniform(0.8, 1.25, 6))
    pitch = random.uniform(90, 260) * glide
    phase = 2 * np.pi * np.cumsum(pitch) / RATE_HZ
    syllable = np.floor((time + random.uniform(0, 1)) * random.uniform(2.5, 6)).astype(int)
    syllable -= syllable.min()
    voice = np.zeros_like(time)
    places = np.linspace(0, syllable.max(), len(time))
    paths = []
    for low, high in ((280, 850), (850, 2_400), (2_300, 3_300)):
        targets = random.uniform(low, high, syllable.max() + 2)
        paths.append(np.interp(places, np.arange(len(targets)), targets))
    for order in range(1, 30):
        frequency = pitch * order
        gain = sum(np.exp(-(((frequency - path) / 140) ** 2)) for path in paths) + 0.02
        voice += np.where(frequency < 5_500, gain / order**0.5, 0.0) * np.sin(order * phase)
    within = _fraction(syllable)
    envelope = np.sin(np.pi * np.clip(within / random.uniform(0.65, 0.95), 0, 1)) ** random.uniform(0.6, 1.5)
    breath = np.diff(random.standard_normal(len(time)), prepend=0.0) * (within > 0.8) * random.uniform(0.05, 0.3)
    return voice / (np.abs(voice).max() + 1e-9) * envelope + breath * random.uniform(0.1, 0.6)


def _fraction(syllable: np.ndarray) -> np.ndarray:
    """Position inside each run of equal numbers, 0 to 1."""
    starts = np.searchsorted(syllable, syllable, side="left")
    ends = np.searchsorted(syllable, syllable, side="right")
    return (np.arange(len(syllable)) - starts) / np.maximum(1, ends - starts)


_MAKERS: dict[str, Callable[[np.ndarray, Generator], np.ndarray]] = {
    "tone": _tone,
    "noise": _noise,
    "chirp": _chirp,
    "pulse_train": _pulse_train,
    "speech_like": _speech_like,
}
