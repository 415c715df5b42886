"""B3, B8: a run that starts in the middle goes on from what another run left."""

import pytest

INPUT = {"model_uri": "builtin://digits"}


@pytest.mark.parametrize("start_at", ["prune", "quantize", "evaluate"])
def test_b8_a_resumed_run_equals_the_one_it_goes_on_from(earlier, start_at):
    record = earlier.chain("later", INPUT | {"start_at": start_at, "resume_run": "earlier"})
    for step in ("baseline", "prune", "quantize", "evaluate"):
        assert earlier.get(f"runs/later/{step}/model.npz") == earlier.get(f"runs/earlier/{step}/model.npz")
    assert list(earlier.metrics("later")) == ["baseline", "prune", "quantize", "evaluate"]
    assert earlier.metrics("later")["baseline"] == earlier.metrics("earlier")["baseline"]
    assert record["metrics"]["gate"]["passed"] is True


def test_b8_a_resumed_run_can_be_resumed_and_changed(earlier):
    earlier.chain("second", INPUT | {"start_at": "quantize", "resume_run": "earlier"})
    changed = {"start_at": "prune", "resume_run": "second", "prune": {"amount": 0.7}}
    earlier.chain("third", INPUT | changed)
    sizes = [earlier.metrics(job)["prune"]["size_bytes"] for job in ("second", "third")]
    assert sizes[1] < sizes[0]


def test_b8_starting_at_distillation_uses_the_pruned_model_of_the_other_run(earlier):
    options = {"start_at": "distill", "resume_run": "earlier", "distill": {"enabled": True}}
    earlier.chain("later", INPUT | options)
    assert list(earlier.metrics("later")) == ["baseline", "prune", "distill", "quantize", "evaluate"]
    assert earlier.get("runs/later/prune/model.npz") == earlier.get("runs/earlier/prune/model.npz")


def test_b8_taking_over_happens_once(earlier, logged):
    later = INPUT | {"start_at": "quantize", "resume_run": "earlier"}
    earlier.chain("later", later)
    assert [line.message for line in logged()].count("continuing an earlier run") == 1


@pytest.mark.parametrize(
    ("options", "missing"),
    [
        ({"start_at": "prune", "resume_run": "unknown"}, "baseline"),
        ({"start_at": "quantize", "resume_run": "unknown"}, "prune"),
        ({"start_at": "quantize", "resume_run": "earlier", "distill": {"enabled": True}}, "distill"),
    ],
)
def test_b8_what_the_other_run_has_not_is_named(earlier, logged, options, missing):
    assert earlier.step(options["start_at"], "later", INPUT | options) == 1
    last = logged()[-1]
    assert last.error == "resume_impossible"
    assert f"a model of step {missing}" in last.message
    assert earlier.record("later")["error"] == "resume_impossible"
    assert not any(key.startswith("runs/later/") for key in earlier.keys())


def test_b8_expired_metrics_of_the_other_run_are_named(earlier, logged):
    earlier.s3.delete_object(Bucket="compression-dev-models", Key="runs/earlier/metrics.json")
    assert earlier.step("prune", "later", INPUT | {"start_at": "prune", "resume_run": "earlier"}) == 1
    assert "metrics of step baseline" in logged()[-1].message
