"""C15: changing the sample rate keeps what can be kept and folds nothing back."""

import numpy as np
import pytest

from app.resample import resample
from tests.wav_files import sine


@pytest.mark.parametrize("source", [44_100, 48_000, 8_000, 22_050, 11_111])
def test_c15_a_tone_keeps_pitch_level_and_length(source):
    target = 16_000
    output = resample(sine(1_000, 1.0, source).astype(np.float32), source, target)
    assert len(output) == target
    middle = slice(target // 10, -target // 10)
    np.testing.assert_allclose(output[middle], sine(1_000, 1.0, target)[middle], atol=2e-3)


def test_c15_frequencies_above_the_new_nyquist_vanish():
    output = resample(sine(12_000, 1.0, 48_000).astype(np.float32), 48_000, 16_000)
    assert np.sqrt(np.mean(output[1_000:-1_000] ** 2)) < 1e-3


def test_c15_same_rate_is_untouched():
    samples = np.arange(5, dtype=np.float32)
    assert resample(samples, 16_000, 16_000) is samples


@pytest.mark.parametrize("count", [1, 2, 7])
def test_c15_very_short_input_has_proportional_length(count):
    assert len(resample(np.ones(count, np.float32), 8_000, 16_000)) == 2 * count
