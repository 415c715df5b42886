"""B8: the chain on a laptop, without AWS."""

import json
import subprocess
import sys

import pytest


@pytest.fixture
def local(steps_folder, tmp_path):
    def run(run_input, *options):
        path = tmp_path / "input.json"
        path.write_text(run_input if isinstance(run_input, str) else json.dumps(run_input))
        command = [sys.executable, "-B", "local.py", "--input", str(path), "--folder", str(tmp_path), *options]
        return subprocess.run(command, cwd=steps_folder, capture_output=True, text=True, timeout=120)

    return run


def test_b8_local_run_and_resumed_with_another_type(local, tmp_path):
    done = local({"model_uri": "builtin://digits"}, "--name", "first")
    assert done.returncode == 0, done.stderr
    assert "gate: passed" in done.stdout
    first = json.loads((tmp_path / "runs/first/metrics.json").read_text())
    resumed = {"start_at": "quantize", "resume_run": "first", "quantize": {"dtype": "float16"}}
    assert local({"model_uri": "builtin://digits"} | resumed, "--name", "second").returncode == 0
    second = json.loads((tmp_path / "runs/second/metrics.json").read_text())
    assert first["steps"][1] == second["steps"][1]
    assert first["steps"][2]["size_bytes"] < second["steps"][2]["size_bytes"]


def test_b8_a_local_model_is_read_and_a_missing_one_named(local, trained, tmp_path):
    from compression.model_file import write_model

    (tmp_path / "uploads").mkdir()
    (tmp_path / "uploads/mine.npz").write_bytes(write_model(trained))
    assert local({"model_uri": "s3://local/uploads/mine.npz"}).returncode == 0
    done = local({"model_uri": "s3://local/uploads/../../none.npz"})
    assert done.returncode == 2
    assert "is not there" in done.stderr


@pytest.mark.parametrize(("run_input", "named"), [("{", "cannot be read"), ({}, "model_uri is missing")])
def test_b8_a_local_input_that_is_wrong_is_named(local, run_input, named):
    done = local(run_input)
    assert done.returncode == 2
    assert named in done.stderr
