"""B7, B8: a whole run, step by step, against emulated storage."""

import json

import pytest

from compression.contract import contract
from compression.model_file import read_model

EXAMPLE = contract()["exampleInput"]
HEAVY = {"model_uri": "builtin://digits", "prune": {"amount": 0.99}, "tolerance": {"accuracy_drop": 0}}


def test_b7_the_example_run_gives_a_smaller_model_within_the_tolerance(cloud):
    record = cloud.chain("job-1", EXAMPLE)
    steps = cloud.metrics("job-1")
    assert list(steps) == ["baseline", "prune", "quantize", "evaluate"]
    assert steps["baseline"]["accuracy"] > 0.9
    assert steps["prune"]["size_bytes"] < 0.6 * steps["baseline"]["size_bytes"]
    assert steps["quantize"]["size_bytes"] < 0.5 * steps["prune"]["size_bytes"]
    drop = steps["baseline"]["accuracy"] - steps["evaluate"]["accuracy"]
    assert drop <= EXAMPLE["tolerance"]["accuracy_drop"]
    assert all(known["latency_ms"] > 0 for known in steps.values())
    assert record["metrics"]["gate"] == {"passed": True, "reasons": [], "summary": ""}
    assert record["artifact_key"] == "runs/job-1/evaluate/model.npz"
    assert record["step"] == "evaluate"
    assert int(record["expires_at"]) > 1_700_000_000


def test_b7_reported_sizes_are_those_of_the_stored_files(earlier):
    for step, known in earlier.metrics("earlier").items():
        content = earlier.get(f"runs/earlier/{step}/model.npz")
        assert len(content) == known["size_bytes"]
        read_model(content, step)
        written = json.loads(earlier.get(f"runs/earlier/{step}/metrics.json"))
        assert known.items() <= ({"step": step} | written).items()
    assert json.loads(earlier.get("runs/earlier/metrics.json")) == earlier.record("earlier")["metrics"]


def test_b8_the_metrics_are_those_that_the_contract_names(earlier):
    named = {metric["id"] for metric in contract()["metrics"]}
    assert all(set(known) == named | {"step"} for known in earlier.metrics("earlier").values())


def test_b8_distillation_trains_a_smaller_and_faster_student(cloud, logged):
    run_input = {"model_uri": "builtin://digits", "distill": {"enabled": True}, "tolerance": {"accuracy_drop": 0.03}}
    record = cloud.chain("job-1", run_input)
    steps = cloud.metrics("job-1")
    assert list(steps) == ["baseline", "prune", "distill", "quantize", "evaluate"]
    assert steps["distill"]["size_bytes"] < 0.6 * steps["prune"]["size_bytes"]
    assert record["metrics"]["gate"]["passed"] is True
    details = json.loads(cloud.get("runs/job-1/distill/metrics.json"))
    assert details["layers"] == [64, 64, 32, 10]
    # What was pruned before stays pruned.
    assert details["nonzero_weights"] < 0.75 * details["weights"]
    assert any(line.message == "distilling" and line.teacher == "the baseline" for line in logged())


def test_b8_a_teacher_of_ones_own_is_used(cloud, trained, logged):
    from compression.model_file import write_model

    uri = cloud.put("uploads/teacher/model.npz", write_model(trained))
    run_input = {"model_uri": uri, "prune": {"enabled": False}, "distill": {"enabled": True, "teacher_uri": uri}}
    cloud.chain("job-1", run_input)
    assert any(line.message == "distilling" and line.teacher == uri for line in logged())
    assert cloud.metrics("job-1")["distill"]["accuracy"] > 0.9


def test_b8_float16_halves_the_model(cloud):
    run_input = {"model_uri": "builtin://digits", "prune": {"enabled": False}, "quantize": {"dtype": "float16"}}
    cloud.chain("job-1", run_input)
    steps = cloud.metrics("job-1")
    assert 0.48 < steps["quantize"]["size_bytes"] / steps["baseline"]["size_bytes"] < 0.55
    assert steps["quantize"]["accuracy"] == pytest.approx(steps["baseline"]["accuracy"], abs=0.005)


def test_b3_the_gate_rejects_a_model_pruned_too_far(cloud):
    record = cloud.chain("job-1", HEAVY)
    steps = cloud.metrics("job-1")
    assert steps["evaluate"]["accuracy"] < 0.5
    gate = record["metrics"]["gate"]
    assert gate["passed"] is False
    assert len(gate["reasons"]) == 1
    assert "accuracy fell by" in gate["reasons"][0]
    assert gate["summary"] == gate["reasons"][0]


def test_b3_the_gate_rejects_a_run_that_compresses_nothing(cloud, logged):
    off = {"enabled": False}
    record = cloud.chain("job-1", {"model_uri": "builtin://digits", "prune": off, "quantize": off})
    assert "not smaller" in record["metrics"]["gate"]["reasons"][0]
    said = [line.message for line in logged()]
    assert "prune is switched off; the model is passed on as it is" in said
    assert "quantize is switched off; the model is passed on as it is" in said
    assert cloud.get("runs/job-1/quantize/model.npz") == cloud.get("runs/job-1/baseline/model.npz")


def test_b7_running_a_step_again_replaces_its_entry(earlier):
    before = earlier.record("earlier")["metrics"]
    assert earlier.step("prune", "earlier", EXAMPLE) == 0
    again = earlier.record("earlier")["metrics"]
    assert [known["step"] for known in again["steps"]] == [known["step"] for known in before["steps"]]
    # The judgement was about a model that no longer follows from the steps.
    assert "gate" not in again
    for step in ("quantize", "evaluate"):
        earlier.step(step, "earlier", EXAMPLE)
    final = earlier.record("earlier")["metrics"]
    assert final["gate"] == before["gate"]
    sizes = [[known["size_bytes"] for known in report["steps"]] for report in (before, final)]
    assert sizes[0] == sizes[1]


def test_b5_the_log_is_worth_reading(cloud, logged):
    cloud.step("baseline", "job-1", EXAMPLE)
    lines = logged()
    assert [line.epoch for line in lines if line.message == "epoch"] == list(range(1, 11))
    assert all(0 <= line.accuracy <= 1 for line in lines if line.message == "epoch")
    assert lines[-1].message == "step finished"
    assert lines[-1].size_bytes == cloud.metrics("job-1")["baseline"]["size_bytes"]
