"""C15: the shipped model is the one train.py makes, and it recognises sounds it has not heard."""

import json

import numpy as np
import pytest

import train
from app import aws, inference, model, settings
from app.deadline import Deadline
from app.errors import ServiceError
from sounds import LABELS, synthesise
from tests.wav_files import sine, wav

BUNDLED = json.loads(model.BUNDLED.read_bytes())


@pytest.fixture(scope="module")
def retrained():
    return train.train()


@pytest.mark.parametrize("field", ["mean", "scale", "weights", "bias"])
def test_c15_shipped_weights_reproduce_from_train(retrained, field):
    """C15: nobody has to trust a binary; training again gives these numbers."""
    np.testing.assert_allclose(retrained[field], BUNDLED[field], atol=2e-3)


def test_c15_shipped_labels_and_features_are_those_of_train(retrained):
    for field in ("format", "name", "sample_rate_hz", "labels", "features"):
        assert retrained[field] == BUNDLED[field]


@pytest.mark.parametrize("label", LABELS)
def test_c15_fresh_sounds_are_recognised(label):
    """C15: at least 95 % of unheard sounds of each class, half a second to two seconds long."""
    random = np.random.default_rng(4_711)
    rows = []
    for number in range(40):
        sound = synthesise(label, (0.5, 1.0, 2.0)[number % 3], random)
        rows.append(train.window_features(*train.frame_features(sound, train.RATE_HZ)))
    best = model.current().probabilities(np.array(rows)).argmax(axis=1)
    assert (best == LABELS.index(label)).mean() >= 0.95


def predict(content: bytes, **changes):
    configured = settings.read_settings({name: str(value) for name, value in changes.items()})
    return inference.predict(content, model.current(), configured, 3_600, Deadline())


RANDOM = np.random.default_rng(5)
INDEPENDENT = {
    "tone": sine(440, 2.0, 44_100),
    "noise": RANDOM.uniform(-0.3, 0.3, 88_200),
    "silence": np.zeros(88_200),
    "chirp": 0.5 * np.sin(2 * np.pi * (300 * np.arange(88_200) / 44_100 + 800 * (np.arange(88_200) / 44_100) ** 2)),
    "pulse_train": np.where(np.arange(88_200) % 4_410 < 12, 0.8, 0.0),
}


@pytest.mark.parametrize("label", INDEPENDENT)
def test_c15_sounds_made_without_the_training_code_are_recognised(label):
    """C15: textbook signals at 44.1 kHz, decoded from a file and resampled."""
    result = predict(wav(INDEPENDENT[label], 44_100))
    assert result["labels"][0]["label"] == label
    assert result["duration_seconds"] == 2.0


@pytest.mark.parametrize("rate", [8_000, 16_000, 44_100])
def test_c15_every_analysis_rate_gives_valid_results(rate):
    result = predict(wav(sine(440, 2.0)), SAMPLE_RATE_HZ=rate)
    assert result["sample_rate_hz"] == rate
    assert result["labels"][0]["label"] == "tone"


def test_c15_time_line_follows_the_sound():
    content = wav(np.concatenate([sine(500, 3.0), np.zeros(48_000), RANDOM.uniform(-0.5, 0.5, 48_000)]))
    result = predict(content, WINDOW_SECONDS=1, HOP_SECONDS=0.5, TOP_K=2)
    at = {row["start_seconds"]: row["labels"][0]["label"] for row in result["timeline"]}
    assert (at[1.0], at[4.0], at[7.0]) == ("tone", "silence", "noise")
    assert result["timeline"][-1]["end_seconds"] == 9.0
    for row in [result, *result["timeline"]]:
        scores = [entry["score"] for entry in row["labels"]]
        assert len(scores) == 2
        assert scores == sorted(scores, reverse=True)
        assert sum(scores) <= 1.001


@pytest.mark.parametrize(
    ("duration", "spans"),
    [
        (0.4, [(0.0, 0.4)]),
        (1.0, [(0.0, 1.0)]),
        (2.0, [(0.0, 1.0), (0.5, 1.5), (1.0, 2.0)]),
        (2.2, [(0.0, 1.0), (0.5, 1.5), (1.0, 2.0), (1.2, 2.2)]),
    ],
)
def test_c15_windows_cover_the_audio_to_its_end(duration, spans):
    np.testing.assert_allclose(inference.window_spans(duration, 1.0, 0.5), spans)


def test_c15_audio_shorter_than_a_frame_is_refused():
    with pytest.raises(ServiceError) as refused:
        predict(wav(sine(440, 0.01)))
    assert refused.value.code == "audio_too_short"


def test_c15_work_stops_at_the_deadline():
    with pytest.raises(ServiceError) as refused:
        inference.predict(
            wav(sine(440, 1.0)), model.current(), settings.read_settings({}), 10, Deadline.after_milliseconds(0)
        )
    assert (refused.value.status, refused.value.code) == (504, "out_of_time")


def test_a8_model_is_read_from_the_configured_object_once(cloud, monkeypatch):
    """A8: MODEL_S3_BUCKET and MODEL_S3_KEY replace the bundled model."""
    own = BUNDLED | {"name": "ours", "labels": ["a", "b", "c", "d", "e", "f"]}
    aws.write_object("audio-dev-output", "models/ours.json", json.dumps(own).encode(), "application/json")
    monkeypatch.setenv("MODEL_S3_BUCKET", "audio-dev-output")
    monkeypatch.setenv("MODEL_S3_KEY", "models/ours.json")
    settings.current.cache_clear()
    assert model.current().name == "ours"
    aws.s3().delete_object(Bucket="audio-dev-output", Key="models/ours.json")
    assert model.current().labels[0] == "a"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format": "other/1"}, "format"),
        ({"features": ["loudness"]}, "other features"),
        ({"bias": [0.0]}, "bias has shape"),
        ({"scale": [0.0] * len(BUNDLED["scale"])}, "positive"),
        ({"mean": [float("nan")] * len(BUNDLED["mean"])}, "not numbers"),
        ({"weights": "heavy"}, "cannot be used"),
    ],
)
def test_a8_an_unusable_model_says_why(change, reason):
    with pytest.raises(ServiceError) as refused:
        model.parse(json.dumps(BUNDLED | change).encode(), "s3://models/ours.json")
    assert refused.value.code == "model_unusable"
    assert reason in refused.value.message
    assert "s3://models/ours.json" in refused.value.message


def test_a8_a_missing_model_names_its_place(cloud, monkeypatch):
    monkeypatch.setenv("MODEL_S3_BUCKET", "audio-dev-output")
    monkeypatch.setenv("MODEL_S3_KEY", "models/none.json")
    settings.current.cache_clear()
    with pytest.raises(ServiceError, match="s3://audio-dev-output/models/none.json"):
        model.current()
