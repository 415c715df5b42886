"""E1: the model of the repository is real, is what the training makes, and refuses what it does not know."""

import json

import pytest
from conftest import ROOT
from machine import NEW, WORN

from app.errors import ServiceError
from app.model import BUNDLED, UnusableModel, parse_model, refuse
from train import train

DOCUMENT = json.loads(BUNDLED.read_text())
MODEL = parse_model(BUNDLED.read_bytes(), "bundled")


def changed(**parts):
    return json.dumps({**DOCUMENT, **parts}).encode()


def test_e1_a_worn_machine_is_riskier_than_a_new_one():
    assert 0 <= MODEL.risk(NEW) < 0.1
    assert 0.6 < MODEL.risk(WORN) <= 1


def test_e1_the_model_ranks_machines_it_has_not_seen():
    assert MODEL.evaluation["auc"] > 0.8
    assert MODEL.evaluation["brier"] < 0.15
    # Better than to say the same of every machine.
    share = MODEL.evaluation["failed"]
    assert MODEL.evaluation["brier"] < share * (1 - share)


def test_e1_the_training_makes_the_model_of_the_repository():
    made = train()
    assert made["weights"] == pytest.approx(DOCUMENT["weights"], abs=1e-4)
    assert made["evaluation"] == pytest.approx(DOCUMENT["evaluation"], abs=0.002)
    assert made["features"] == DOCUMENT["features"]


@pytest.mark.parametrize(
    ("given", "path", "words"),
    [
        ({**NEW, "age_days": -1}, "features.age_days", "outside 0 to 7300"),
        ({**NEW, "colour": 1}, "features.colour", "is unknown"),
        ({name: value for name, value in NEW.items() if name != "age_days"}, "features.age_days", "is missing"),
    ],
)
def test_e1_wrong_features_are_named(given, path, words):
    (wrong,) = MODEL.wrong_fields(given, "features")
    assert wrong.path == path
    assert words in wrong.message
    with pytest.raises(ServiceError) as refused:
        refuse([wrong])
    assert refused.value.status == 400


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not a model"),
        (b"[]", "is not a model"),
        (b'{"format": "risk-2"}', "has the format 'risk-2'"),
        (changed(weights=[0.1]), "1 weights for 4 features"),
        (changed(features=[]), "14 weights for 0 features"),
        (changed(intercept="NaN"), "not finite"),
        (changed(evaluation=None), "is not a model"),
        (changed(features=[{**one, "scale": 0} for one in DOCUMENT["features"]]), "not finite, or a range"),
    ],
)
def test_e1_a_file_that_does_not_fit_says_why(content, words):
    with pytest.raises(UnusableModel, match=words):
        parse_model(content, "s3://models/x")


def test_e1_no_input_overflows():
    extreme = {one.name: one.maximum for one in MODEL.features}
    assert 0 <= MODEL.risk(extreme) <= 1
    assert 0 <= MODEL.risk({one.name: one.minimum for one in MODEL.features}) <= 1


def test_e1_the_model_is_part_of_the_image():
    assert "COPY model/" in (ROOT / "Dockerfile").read_text()
