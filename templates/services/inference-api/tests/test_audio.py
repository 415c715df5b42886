"""C15: audio files are decoded to the samples that were written, or refused with a reason."""

import builtins
import importlib.util
import struct

import numpy as np
import pytest

from app import audio
from app.errors import ServiceError
from tests.wav_files import FLOAT, PCM, chunk, sine, wav

SOUND = sine(440, 0.25)


@pytest.mark.parametrize(
    ("bits", "encoding", "tolerance"),
    [(8, PCM, 1e-2), (16, PCM, 1e-4), (24, PCM, 1e-6), (32, PCM, 1e-6), (32, FLOAT, 1e-6), (64, FLOAT, 1e-6)],
)
@pytest.mark.parametrize("extensible", [False, True])
def test_c15_wav_encodings_decode_to_the_written_samples(bits, encoding, tolerance, extensible):
    """C15: PCM 8, 16, 24, 32 bit and float, plain and extensible."""
    samples, rate = audio.decode(wav(SOUND, 22_050, bits, encoding, extensible=extensible), 10)
    assert rate == 22_050
    assert samples.dtype == np.float32
    np.testing.assert_allclose(samples, SOUND, atol=tolerance)


def test_c15_stereo_is_mixed_to_the_mean():
    stereo = np.stack([SOUND, np.zeros_like(SOUND)], axis=1)
    samples, _ = audio.decode(wav(stereo, channels=2), 10)
    np.testing.assert_allclose(samples, SOUND / 2, atol=1e-4)


def test_c15_blocks_join_without_a_seam(monkeypatch):
    monkeypatch.setattr(audio, "BLOCK_FRAMES", 1_000)
    samples, _ = audio.decode(wav(SOUND), 10)
    np.testing.assert_allclose(samples, SOUND, atol=1e-4)


@pytest.mark.parametrize("announced", [0, 0xFFFFFFFF])
def test_c15_streamed_wav_without_a_length_is_read_to_its_end(announced):
    samples, _ = audio.decode(wav(SOUND, data_size=announced), 10)
    assert len(samples) == len(SOUND)


NAN = wav(np.array([0.0, np.nan] * 600), bits=32, encoding=FLOAT)
TWELVE_BITS = wav(SOUND, bits=16).replace(struct.pack("<HH", 2, 16), struct.pack("<HH", 2, 12), 1)
NO_DATA = b"RIFF\x24\0\0\0WAVE" + chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, 16_000, 32_000, 2, 16))


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 400, "empty_audio"),
        (b"hello, this is not sound", 400, "not_audio"),
        (b"RIFF\x04\0\0\0WAVE", 400, "broken_wav"),
        (NO_DATA, 400, "broken_wav"),
        (b"RIFF\x24\0\0\0WAVE" + chunk(b"fmt ", b"\x01\0"), 400, "broken_wav"),
        (b"RIFF\x24\0\0\0WAVE" + chunk(b"data", b"\0" * 64), 400, "broken_wav"),
        (wav(SOUND)[:-100], 400, "truncated_audio"),
        (wav(np.zeros(0)), 400, "empty_audio"),
        (wav(SOUND, rate=0), 400, "broken_wav"),
        (wav(np.zeros(0), channels=0), 400, "broken_wav"),
        (NAN, 400, "broken_audio"),
        (wav(SOUND, encoding=6), 415, "unsupported_encoding"),
        (TWELVE_BITS, 415, "unsupported_encoding"),
        (wav(SOUND, rate=16_000)[:60] + b"", 400, "truncated_audio"),
    ],
)
def test_c15_bad_audio_is_refused_with_a_reason(content, status, code):
    with pytest.raises(ServiceError) as refused:
        audio.decode(content, 10)
    assert (refused.value.status, refused.value.code) == (status, code)
    assert refused.value.hint


def test_c15_length_limit_is_checked_before_decoding(monkeypatch):
    monkeypatch.setattr(audio, "_to_float", lambda *_: pytest.fail("decoded although too long"))
    with pytest.raises(ServiceError) as refused:
        audio.decode(wav(sine(440, 2.0)), 1.5)
    assert (refused.value.status, refused.value.code) == (413, "audio_too_long")
    assert "2.0 s" in refused.value.message


@pytest.mark.parametrize("start", [b"fLaC", b"OggS", b"ID3", b"\xff\xfb\x90"])
def test_c15_compressed_audio_without_soundfile_answers_415(start, monkeypatch):
    real = builtins.__import__

    def without_soundfile(name, *arguments, **keywords):
        if name == "soundfile":
            raise ImportError(name)
        return real(name, *arguments, **keywords)

    monkeypatch.setattr(builtins, "__import__", without_soundfile)
    with pytest.raises(ServiceError) as refused:
        audio.decode(start + bytes(50), 10)
    assert (refused.value.status, refused.value.code) == (415, "unsupported_encoding")
    assert "soundfile" in refused.value.message


@pytest.mark.skipif(importlib.util.find_spec("soundfile") is None, reason="soundfile is not installed")
@pytest.mark.parametrize(("kind", "subtype"), [("FLAC", "PCM_16"), ("OGG", "VORBIS"), ("MP3", "MPEG_LAYER_III")])
def test_c15_compressed_audio_decodes_with_soundfile(kind, subtype):
    import io

    import soundfile

    buffer = io.BytesIO()
    soundfile.write(buffer, sine(440, 2.0), 16_000, format=kind, subtype=subtype)
    samples, rate = audio.decode(buffer.getvalue(), 10)
    assert rate == 16_000
    assert len(samples) == pytest.approx(32_000, abs=2_500)
    spectrum = np.abs(np.fft.rfft(samples[4_000:20_000]))
    assert np.argmax(spectrum) == pytest.approx(440, abs=2)
    with pytest.raises(ServiceError) as refused:
        audio.decode(buffer.getvalue(), 1.0)
    assert refused.value.status == 413
    with pytest.raises(ServiceError) as broken:
        audio.decode(buffer.getvalue()[:4] + b"\x01" * 200, 10)
    assert broken.value.status == 400
