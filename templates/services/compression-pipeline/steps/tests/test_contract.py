"""B8: one contract for the portal's form, the API and the steps."""

import json

import pytest
from jsonschema import Draft7Validator

from compression import contract as module
from compression.contract import InputError, checked_input, contract
from compression.order import STEPS, previous

MINIMAL = {"model_uri": "builtin://digits"}


def test_b8_the_contract_fits_into_a_parameter_and_is_a_valid_schema():
    assert len(json.dumps(contract(), separators=(",", ":")).encode()) <= 4096
    Draft7Validator.check_schema(contract()["inputSchema"])


def test_b8_the_example_is_the_defaults_written_out():
    assert checked_input(MINIMAL) == contract()["exampleInput"]
    assert checked_input(contract()["exampleInput"]) == contract()["exampleInput"]


def test_b8_the_contract_names_the_steps_that_exist():
    properties = contract()["inputSchema"]["properties"]
    assert tuple(properties["start_at"]["enum"]) == STEPS
    assert tuple(contract()["resume"]["steps"].values()) == STEPS
    assert contract()["resume"]["stepProperty"] in properties
    assert contract()["resume"]["runProperty"] in properties


def test_b8_checking_leaves_the_callers_input_and_the_defaults_alone():
    given = MINIMAL | {"prune": {"amount": 0.1}}
    checked_input(given)["prune"]["enabled"] = False
    assert given == MINIMAL | {"prune": {"amount": 0.1}}
    assert checked_input(given)["prune"]["enabled"] is True


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"model_uri": 5}, "model_uri"),
        ({"model_uri": "s3://models/elsewhere/model.npz"}, "model_uri"),
        ({"prune": None}, "prune"),
        ({"prune": {"amount": "0.5"}}, "prune.amount"),
        ({"prune": {"amount": True}}, "prune.amount"),
        ({"prune": {"share": 0.5}}, "prune.share"),
        ({"distill": {"teacher_uri": "http://example.com/model.npz"}}, "distill.teacher_uri"),
        ({"quantize": {"enabled": "yes"}}, "quantize.enabled"),
        ({"tolerance": {"accuracy_drop": -0.1}}, "tolerance.accuracy_drop"),
        ({"start_at": "polish"}, "start_at"),
        ({"start_at": "evaluate"}, "resume_run"),
        ({"resume_run": "a b"}, "resume_run"),
    ],
)
def test_b8_the_wrong_field_is_named(change, field):
    with pytest.raises(InputError) as caught:
        checked_input(MINIMAL | change)
    assert caught.value.field == field
    assert field in caught.value.message


def test_b8_both_images_check_the_input_by_the_same_code(steps_folder):
    """Two images share no package, so the file is there twice; it must not grow apart."""
    other = steps_folder.parent / "api" / "pipeline_api" / "contract.py"
    with open(module.__file__, "rb") as here:
        assert here.read() == other.read_bytes()


def test_b3_quantisation_follows_the_student_where_there_is_one():
    assert previous("quantize", checked_input(MINIMAL)) == "prune"
    assert previous("quantize", checked_input(MINIMAL | {"distill": {"enabled": True}})) == "distill"
