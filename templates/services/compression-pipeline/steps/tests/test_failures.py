"""B3, B7, B8: a step that cannot do its work says what happened and what to do, and ends with 1."""

import os
import signal
import subprocess
import sys

import boto3
import pytest
from botocore.stub import Stubber

from compression import aws_storage, container, model_file
from compression.aws_storage import AwsStorage
from compression.errors import StepError

INPUT = {"model_uri": "builtin://digits"}


@pytest.mark.parametrize(
    ("run_input", "named"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ([], "not of type 'object'"),
        ({}, "model_uri is missing"),
        (INPUT | {"quantize": {"dtype": "int4"}}, "quantize.dtype: 'int4'"),
        (INPUT | {"prune": {"amount": 1.5}}, "prune.amount"),
        (INPUT | {"start_at": "prune"}, "resume_run is missing"),
        (INPUT | {"start_at": "prune", "resume_run": "../other"}, "resume_run"),
        ({"model_uri": "file:///etc/passwd"}, "model_uri"),
        (INPUT | {"colour": "red"}, "colour is not known"),
    ],
)
def test_b8_a_wrong_input_is_refused_with_the_field_named(cloud, logged, run_input, named):
    assert cloud.step("baseline", "job-1", run_input) == 1
    last = logged()[-1]
    assert (last.level, last.error) == ("ERROR", "input_invalid")
    assert named in last.message
    assert last.next
    record = cloud.record("job-1")
    assert record["error"] == "input_invalid"
    assert named in record["cause"]


def test_b7_a_missing_model_is_named_with_the_next_step(cloud, logged):
    uri = "s3://compression-dev-models/uploads/none/model.npz"
    assert cloud.step("baseline", "job-1", {"model_uri": uri}) == 1
    last = logged()[-1]
    assert last.error == "model_missing"
    assert uri in last.message
    assert "POST /presign" in last.next
    assert cloud.record("job-1")["error"] == "model_missing"


def test_b7_a_step_without_the_one_before_says_so(cloud, logged):
    assert cloud.step("quantize", "job-1", INPUT) == 1
    assert "Step prune has left no model" in logged()[-1].message


def test_b7_a_record_without_baseline_metrics_is_not_judged(cloud, logged):
    for step in ("baseline", "prune", "quantize"):
        cloud.step(step, "job-1", INPUT)
    cloud.dynamodb.delete_item(TableName="compression-dev-jobs", Key={"id": {"S": "job-1"}})
    assert cloud.step("evaluate", "job-1", INPUT) == 1
    assert logged()[-1].error == "metrics_missing"


def test_b7_a_broken_upload_fails_the_run_and_a_new_attempt_clears_the_error(cloud, logged):
    uri = cloud.put("uploads/one/model.npz", b"not a model")
    assert cloud.step("baseline", "job-1", {"model_uri": uri}) == 1
    assert logged()[-1].error == "model_invalid"
    assert cloud.record("job-1")["error"] == "model_invalid"
    assert cloud.step("baseline", "job-1", INPUT) == 0
    assert {"error", "cause"}.isdisjoint(cloud.record("job-1"))


def test_b7_an_upload_beyond_the_limit_is_not_read(cloud, logged, monkeypatch):
    monkeypatch.setattr(aws_storage, "MAX_BYTES", 100)
    uri = cloud.put("uploads/one/model.npz", bytes(101))
    assert cloud.step("baseline", "job-1", {"model_uri": uri}) == 1
    assert (last := logged()[-1]).error == "model_too_large"
    assert "101 bytes" in last.message


def test_b7_a_file_that_unpacks_to_too_much_is_not_unpacked(monkeypatch, trained):
    content = model_file.write_model(trained)
    monkeypatch.setattr(model_file, "MAX_BYTES", 1_000)
    with pytest.raises(StepError, match="unpacks to"):
        model_file.read_model(content, "bomb.npz")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"STEP": ""}, "STEP is not set"),
        ({"STEP": "polish"}, "STEP is 'polish'"),
        ({"JOB_ID": "a/../b"}, "JOB_ID"),
        ({"MODEL_BUCKET": " "}, "MODEL_BUCKET is not set"),
        ({"JOB_TABLE": ""}, "JOB_TABLE is not set"),
        ({"JOB_RETENTION_DAYS": "soon"}, "JOB_RETENTION_DAYS"),
    ],
)
def test_b2_a_wrong_environment_names_the_variable(cloud, logged, change, named):
    assert container.run(cloud.environment("baseline", "job-1", INPUT) | change) == 1
    (line,) = logged()
    assert line.error == "misconfigured"
    assert named in line.message


def test_b7_a_missing_table_is_named_and_the_log_still_tells(cloud, logged):
    environment = cloud.environment("baseline", "job-1", INPUT) | {"JOB_TABLE": "gone"}
    assert container.run(environment) == 1
    warning, error = logged()[-2:]
    assert warning.level == "WARNING"
    assert error.error == "aws_failed"
    assert "table gone" in error.message


def test_b4_a_refused_read_is_told_as_absent_or_forbidden(cloud):
    storage = AwsStorage("compression-dev-models", "compression-dev-jobs", "job-1", 90)
    storage._s3 = boto3.client("s3")
    with Stubber(storage._s3) as stub, pytest.raises(StepError, match="or the task's role may not read it"):
        stub.add_client_error("get_object", "AccessDenied", http_status_code=403)
        storage.read_uri("s3://compression-dev-models/uploads/a/model.npz")


def test_b7_an_unexpected_failure_keeps_its_traceback(cloud, logged, monkeypatch):
    def broken(*_):
        raise MemoryError("no room")

    monkeypatch.setattr(container, "run_step", broken)
    assert cloud.step("baseline", "job-1", INPUT) == 1
    last = logged()[-1]
    assert (last.level, last.error) == ("ERROR", "MemoryError")
    assert "Traceback" in last.traceback
    assert "memory" in last.next


def test_b2_an_interrupted_task_leaves_at_once_with_143(steps_folder):
    """SIGTERM is what Spot and StopTask send. The container waits for AWS at an address that never answers."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        environment = os.environ | {
            "AWS_ENDPOINT_URL": address, "STEP": "baseline", "JOB_ID": "job-1", "MODEL_BUCKET": "models",
            "JOB_TABLE": "jobs", "RUN_INPUT": '{"model_uri": "builtin://digits"}',
        }  # fmt: skip
        command = [sys.executable, "-m", "compression"]
        with subprocess.Popen(
            command, cwd=steps_folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            silent.settimeout(30)
            connection, _ = silent.accept()
            process.send_signal(signal.SIGTERM)
            output, errors = process.communicate(timeout=10)
            connection.close()
    assert process.returncode == 143
    assert b'"error": "interrupted"' in output.splitlines()[-1]
    assert errors == b""
