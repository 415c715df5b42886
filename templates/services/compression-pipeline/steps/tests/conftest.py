"""A bucket and a job table, emulated, and the container's environment."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

# As in the container; threads that wait for one another make the tests many times slower.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import boto3  # noqa: E402
import pytest  # noqa: E402
from moto import mock_aws  # noqa: E402

from compression import container  # noqa: E402
from compression.network import Network  # noqa: E402
from compression.order import STEPS, starts_at  # noqa: E402
from compression.reference_model import reference_model  # noqa: E402

REGION, BUCKET, TABLE = "eu-central-1", "compression-dev-models", "compression-dev-jobs"
STEPS_FOLDER = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ENDPOINT_URL", "AWS_PROFILE", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION"):
        monkeypatch.setenv(name, REGION)


@pytest.fixture(scope="session")
def steps_folder() -> Path:
    return STEPS_FOLDER


@pytest.fixture(scope="session")
def trained() -> Network:
    """The reference model, trained once for all tests that only need some network."""
    return reference_model(lambda epoch, network: None)


class Cloud:
    """What a run sees of AWS, and a state machine reduced to the order of its steps."""

    def __init__(self) -> None:
        self.s3 = boto3.client("s3")
        self.dynamodb = boto3.client("dynamodb")
        self.s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        self.dynamodb.create_table(
            TableName=TABLE,
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )

    def environment(self, step: str, job_id: str, run_input: Any) -> dict[str, str]:
        text = run_input if isinstance(run_input, str) else json.dumps(run_input)
        return {"STEP": step, "JOB_ID": job_id, "RUN_INPUT": text, "MODEL_BUCKET": BUCKET, "JOB_TABLE": TABLE}

    def step(self, step: str, job_id: str, run_input: Any) -> int:
        return container.run(self.environment(step, job_id, run_input))

    def chain(self, job_id: str, run_input: dict[str, Any]) -> dict[str, Any]:
        """Every step of the run in order; the job's record afterwards."""
        distilled = run_input.get("distill", {}).get("enabled", False)
        for step in STEPS[STEPS.index(starts_at(run_input)) :]:
            if step != "distill" or distilled:
                assert self.step(step, job_id, run_input) == 0, step
        return self.record(job_id)

    def record(self, job_id: str) -> dict[str, Any]:
        item = self.dynamodb.get_item(TableName=TABLE, Key={"id": {"S": job_id}}).get("Item", {})
        values = {name: next(iter(value.values())) for name, value in item.items()}
        return values | {"metrics": json.loads(values.get("metrics", "{}"))}

    def metrics(self, job_id: str) -> dict[str, dict[str, Any]]:
        return {known["step"]: known for known in self.record(job_id)["metrics"]["steps"]}

    def put(self, key: str, content: bytes) -> str:
        self.s3.put_object(Bucket=BUCKET, Key=key, Body=content)
        return f"s3://{BUCKET}/{key}"

    def get(self, key: str) -> bytes:
        return self.s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()

    def keys(self) -> set[str]:
        return {known["Key"] for known in self.s3.list_objects_v2(Bucket=BUCKET).get("Contents", [])}


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    with mock_aws():
        yield Cloud()


EXAMPLE = {"model_uri": "builtin://digits"}


@pytest.fixture(scope="session")
def example_run() -> tuple[dict[str, bytes], dict[str, Any]]:
    """Objects and record of one run with the default options: training again for each test takes long."""
    with mock_aws(), pytest.MonkeyPatch.context() as patch:
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            patch.setenv(name, "testing")
        patch.setenv("AWS_DEFAULT_REGION", REGION)
        cloud = Cloud()
        cloud.chain("earlier", EXAMPLE)
        item = cloud.dynamodb.get_item(TableName=TABLE, Key={"id": {"S": "earlier"}})["Item"]
        return {key: cloud.get(key) for key in cloud.keys()}, item


@pytest.fixture
def earlier(cloud: Cloud, example_run: tuple[dict[str, bytes], dict[str, Any]]) -> Cloud:
    """A cloud in which the run `earlier` has succeeded."""
    objects, item = example_run
    for key, content in objects.items():
        cloud.put(key, content)
    cloud.dynamodb.put_item(TableName=TABLE, Item=item)
    return cloud


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Callable[[], list[SimpleNamespace]]:
    """The log lines since the last call; a line that is not JSON fails the test."""
    return lambda: [SimpleNamespace(**json.loads(text)) for text in capsys.readouterr().out.splitlines()]
