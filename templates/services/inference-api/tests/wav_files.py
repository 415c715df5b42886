"""WAV files of every encoding, written byte by byte so that the decoder is tested against the format."""

from __future__ import annotations

import struct

import numpy as np

PCM, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE


def chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def encode(samples: np.ndarray, bits: int, encoding: int) -> bytes:
    if encoding == FLOAT:
        return samples.astype(f"<f{bits // 8}").tobytes()
    if bits == 8:
        return np.clip(np.round(samples * 127 + 128), 0, 255).astype(np.uint8).tobytes()
    whole = np.round(samples.astype(np.float64) * ((1 << (bits - 1)) - 1)).astype("<i8")
    return whole.view(np.uint8).reshape(-1, 8)[:, : bits // 8].tobytes()


def wav(
    samples: np.ndarray,
    rate: int = 16_000,
    bits: int = 16,
    encoding: int = PCM,
    channels: int = 1,
    extensible: bool = False,
    data_size: int | None = None,
) -> bytes:
    """samples: (frames,) for mono, or (frames, channels)."""
    frame = channels * bits // 8
    code = EXTENSIBLE if extensible else encoding
    layout = struct.pack("<HHIIHH", code, channels, rate, rate * frame, frame, bits)
    if extensible:
        layout += struct.pack("<HHIH", 22, bits, 0, encoding) + bytes.fromhex("000000001000800000aa00389b71")
    content = encode(samples.reshape(-1), bits, encoding)
    data = chunk(b"data", content)
    if data_size is not None:
        data = b"data" + struct.pack("<I", data_size) + content
    # A chunk of odd length before the samples, as recorders write for their notes.
    body = b"WAVE" + chunk(b"fmt ", layout) + chunk(b"LIST", b"abc") + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def sine(frequency: float, seconds: float, rate: int = 16_000, level: float = 0.5) -> np.ndarray:
    return level * np.sin(2 * np.pi * frequency * np.arange(int(seconds * rate)) / rate)
