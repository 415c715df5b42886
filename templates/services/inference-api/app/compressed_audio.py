"""FLAC, Ogg and MP3 through soundfile (libsndfile), where it is installed.

The service works without it for WAV; the container image installs it.
"""

from __future__ import annotations

import io
from types import ModuleType

import numpy as np

from app.errors import ServiceError

BLOCK_FRAMES = 1 << 18


def container_of(content: bytes) -> str | None:
    """Name of the compressed container by its first bytes, never by what the sender claims."""
    if content[:4] == b"fLaC":
        return "FLAC"
    if content[:4] == b"OggS":
        return "Ogg"
    if content[:3] == b"ID3" or (len(content) > 1 and content[0] == 0xFF and content[1] & 0xE6 == 0xE2):
        return "MP3"
    return None


def decode(content: bytes, container: str, max_seconds: float) -> tuple[np.ndarray, int]:
    """Mono float32 samples and their rate in Hz; ServiceError 413, 415 or 400 otherwise."""
    soundfile = _soundfile(container)
    try:
        with soundfile.SoundFile(io.BytesIO(content)) as file:
            limit = int(max_seconds * file.samplerate)
            blocks: list[np.ndarray] = []
            frames = 0
            # Counted while decoding: an MP3 header may not tell the true length.
            for block in file.blocks(blocksize=BLOCK_FRAMES, dtype="float32", always_2d=True):
                frames += len(block)
                if frames > limit:
                    raise ServiceError(
                        413,
                        "audio_too_long",
                        f"The audio lasts longer than the {max_seconds:g} s that this request accepts.",
                        "Split the file, use ?mode=async for long audio, or raise max_audio_seconds in "
                        "inference_settings.",
                    )
                blocks.append(block.mean(axis=1, dtype=np.float32))
            rate = file.samplerate
    except soundfile.SoundFileError:
        raise ServiceError(
            400,
            "broken_audio",
            f"The file starts like {container} but cannot be decoded.",
            "Check that the whole file was sent, or export it again as WAV.",
        ) from None
    if frames == 0:
        raise ServiceError(400, "empty_audio", f"The {container} file holds no samples.", "Send a file with sound.")
    return np.concatenate(blocks), rate


def _soundfile(container: str) -> ModuleType:
    try:
        import soundfile
    except (ImportError, OSError):
        raise ServiceError(
            415,
            "unsupported_encoding",
            f"{container} cannot be decoded here: the soundfile package is not installed.",
            "Send WAV, or install the packages of requirements.txt, which add FLAC, Ogg and MP3.",
        ) from None
    return soundfile
