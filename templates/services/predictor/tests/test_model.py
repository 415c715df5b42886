"""D8: the bundled model is real: trained by train.py, better than guessing, and honest about its spread."""

import json

import numpy as np
import pytest
from hours import NIGHT, RUSH

import train
from app.instance import Instance
from app.model import BUNDLED, current, read_model
from rentals import hours


def test_d8_the_weights_are_what_the_training_makes():
    document, bundled = train.train(), json.loads(BUNDLED.read_text())
    np.testing.assert_allclose(document["weights"], bundled["weights"], atol=2e-5)
    assert document["evaluation"] == pytest.approx(bundled["evaluation"], abs=2e-3)


def test_d8_the_model_explains_hours_it_has_not_seen():
    found = train.evaluate(current(), hours(seed=5, days=200))
    assert found["r2"] > 0.9
    assert 0.75 < found["coverage"] < 0.85


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (RUSH, NIGHT),
        (RUSH, RUSH | {"weekday": "sunday"}),
        (RUSH, RUSH | {"holiday": True}),
        (RUSH, RUSH | {"rain_mm": 5}),
        (RUSH, RUSH | {"temperature_c": -5}),
        (RUSH | {"temperature_c": 24}, RUSH | {"temperature_c": 44}),
    ],
)
def test_d8_predictions_follow_what_everybody_knows(more, less):
    first, second = current().predict([Instance(**more), Instance(**less)])
    assert first["rentals"] > 1.1 * second["rentals"]


def test_d8_no_number_is_negative_at_the_edges():
    edges = [
        Instance(hour=hour, weekday="monday", holiday=False, temperature_c=temperature, rain_mm=rain)
        for hour in (0, 23) for temperature in (-40, 50) for rain in (0, 200)
    ]  # fmt: skip
    for row in current().predict(edges):
        assert 0 <= row["low"] <= row["rentals"] <= row["high"] < 10_000


@pytest.mark.parametrize(
    ("change", "message"),
    [({"format": "rentals-0"}, "has format 'rentals-0'"), ({"weights": [1.0]}, "holds 1 weights")],
)
def test_d8_weights_that_do_not_fit_are_refused(tmp_path, change, message):
    (tmp_path / "weights.json").write_text(json.dumps(json.loads(BUNDLED.read_text()) | change))
    with pytest.raises(ValueError, match=message):
        read_model(tmp_path / "weights.json")
