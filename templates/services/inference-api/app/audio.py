"""Audio files to mono samples. WAV needs only numpy; other containers need soundfile."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np

from app import compressed_audio
from app.errors import ServiceError

PCM, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE
OTHER_ENCODINGS = {2: "MS ADPCM", 6: "A-law", 7: "mu-law", 17: "IMA ADPCM", 85: "MP3 in WAV"}
BLOCK_FRAMES = 1 << 20
STREAMED_SIZE = 0xFFFFFFFF

_WAV_HINT = "Export the file again as WAV (PCM 8, 16, 24 or 32 bit, or float), mono or stereo."


@dataclass(frozen=True)
class WavFormat:
    """The `fmt ` chunk, with extensible formats already resolved."""

    encoding: int
    channels: int
    rate_hz: int
    bits: int

    @property
    def frame_bytes(self) -> int:
        return self.channels * self.bits // 8


def decode(content: bytes, max_seconds: float) -> tuple[np.ndarray, int]:
    """Mono float32 samples within -1 to 1 and their rate in Hz.

    Raises ServiceError: 400 for what is not sound, 413 when longer than max_seconds,
    415 for an encoding that cannot be read here.
    """
    if not content:
        raise ServiceError(400, "empty_audio", "No audio arrived: the file is empty.", _WAV_HINT)
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        samples, rate = _decode_wav(content, max_seconds)
    elif container := compressed_audio.container_of(content):
        samples, rate = compressed_audio.decode(content, container, max_seconds)
    else:
        raise ServiceError(
            400,
            "not_audio",
            "The content is not a known audio file: it starts like neither WAV, FLAC, Ogg nor MP3.",
            _WAV_HINT,
        )
    if not np.isfinite(samples).all():
        raise ServiceError(400, "broken_audio", "The audio holds samples that are not numbers.", _WAV_HINT)
    return np.clip(samples, -1.0, 1.0, out=samples), rate


def check_duration(frames: int, rate_hz: int, max_seconds: float) -> None:
    """Refuse before decoding: the header already tells the length."""
    if frames / rate_hz > max_seconds:
        raise ServiceError(
            413,
            "audio_too_long",
            f"The audio lasts {frames / rate_hz:.1f} s; this request accepts up to {max_seconds:g} s.",
            "Split the file, use ?mode=async for long audio, or raise max_audio_seconds in inference_settings.",
        )


def _decode_wav(content: bytes, max_seconds: float) -> tuple[np.ndarray, int]:
    layout, data = _read_chunks(content)
    frames = len(data) // layout.frame_bytes
    if frames == 0:
        raise ServiceError(400, "empty_audio", "The WAV file holds no samples.", _WAV_HINT)
    check_duration(frames, layout.rate_hz, max_seconds)
    mono = np.empty(frames, dtype=np.float32)
    # In blocks, so that an hour of stereo never exists at once as floats.
    for start in range(0, frames, BLOCK_FRAMES):
        stop = min(start + BLOCK_FRAMES, frames)
        block = data[start * layout.frame_bytes : stop * layout.frame_bytes]
        values = _to_float(block, layout).reshape(-1, layout.channels)
        mono[start:stop] = values.mean(axis=1, dtype=np.float32)
    return mono, layout.rate_hz


def _read_chunks(content: bytes) -> tuple[WavFormat, memoryview]:
    view, position, layout = memoryview(content), 12, None
    while position + 8 <= len(view):
        name, size = bytes(view[position : position + 4]), struct.unpack_from("<I", view, position + 4)[0]
        start = position + 8
        if name == b"fmt ":
            layout = _read_format(view[start : start + size])
        elif name == b"data":
            if layout is None:
                break
            available = len(view) - start
            if size in (0, STREAMED_SIZE):  # written by a recorder that could not seek back
                size = available
            if size > available:
                raise ServiceError(
                    400,
                    "truncated_audio",
                    f"The WAV header announces {size} bytes of samples, but {available} arrived.",
                    "Send the whole file; uploads that stop early must be repeated.",
                )
            return layout, view[start : start + size]
        position = start + size + size % 2
    raise ServiceError(400, "broken_wav", "The WAV file has no format or no data chunk.", _WAV_HINT)


def _read_format(chunk: memoryview) -> WavFormat:
    if len(chunk) < 16:
        raise ServiceError(400, "broken_wav", "The WAV file's format chunk is too short.", _WAV_HINT)
    encoding, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", chunk)
    if encoding == EXTENSIBLE and len(chunk) >= 26:
        encoding = struct.unpack_from("<H", chunk, 24)[0]
    if encoding not in (PCM, FLOAT):
        name = OTHER_ENCODINGS.get(encoding, f"format code {encoding}")
        raise ServiceError(415, "unsupported_encoding", f"The WAV file is encoded as {name}.", _WAV_HINT)
    if bits not in ((8, 16, 24, 32) if encoding == PCM else (32, 64)):
        raise ServiceError(415, "unsupported_encoding", f"WAV samples of {bits} bits are not supported.", _WAV_HINT)
    if not 1 <= channels <= 32 or not 1_000 <= rate <= 384_000:
        raise ServiceError(
            400, "broken_wav", f"The WAV header is not plausible: {channels} channels at {rate} Hz.", _WAV_HINT
        )
    return WavFormat(encoding, channels, rate, bits)


def _to_float(block: memoryview, layout: WavFormat) -> np.ndarray:
    if layout.encoding == FLOAT:
        return np.frombuffer(block, dtype=f"<f{layout.bits // 8}").astype(np.float32)
    if layout.bits == 8:
        return (np.frombuffer(block, dtype=np.uint8).astype(np.float32) - 128.0) / 128.0
    if layout.bits == 24:
        # No 24-bit type exists: place the three bytes on top of a 32-bit word.
        words = np.zeros((len(block) // 3, 4), dtype=np.uint8)
        words[:, 1:] = np.frombuffer(block, dtype=np.uint8).reshape(-1, 3)
        return words.view("<i4")[:, 0].astype(np.float32) / 2147483648.0
    scale = float(1 << (layout.bits - 1))
    return np.frombuffer(block, dtype=f"<i{layout.bits // 8}").astype(np.float32) / scale
