"""A2: every inference setting is an environment variable; a wrong one is named."""

import pytest

from app.settings import SettingsError, read_settings


def test_a2_defaults_match_the_stack():
    """A2: the defaults are those of the Terraform variable inference_settings."""
    configured = read_settings({})
    assert configured.sample_rate_hz == 16_000
    assert configured.max_audio_seconds == 3_600
    assert (configured.window_seconds, configured.hop_seconds, configured.top_k) == (1.0, 0.5, 3)
    assert configured.log_level == "INFO"
    assert configured.cors_allowed_origins == ()


def test_a2_values_are_typed():
    origins = "https://a.example, https://b.example"
    configured = read_settings({"SAMPLE_RATE_HZ": "8000", "HOP_SECONDS": "0.25", "CORS_ALLOWED_ORIGINS": origins})
    assert configured.sample_rate_hz == 8_000
    assert configured.hop_seconds == 0.25
    assert configured.cors_allowed_origins == ("https://a.example", "https://b.example")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAMPLE_RATE_HZ", "fast"),
        ("SAMPLE_RATE_HZ", "16000.5"),
        ("SAMPLE_RATE_HZ", "1"),
        ("MAX_AUDIO_SECONDS", "-1"),
        ("WINDOW_SECONDS", "nan"),
        ("HOP_SECONDS", "2"),
        ("TOP_K", "0"),
        ("LOG_LEVEL", "LOUD"),
        ("MODEL_S3_BUCKET", "models"),
        ("RESULT_URL_EXPIRY_SECONDS", "9999999"),
        ("MAX_BODY_BYTES", "20000000"),
    ],
)
def test_a2_a_wrong_value_names_its_variable(name, value):
    with pytest.raises(SettingsError, match=name):
        read_settings({name: value})
