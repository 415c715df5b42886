"""A request that is sent again because its answer was lost."""

import urllib.error
import urllib.request
import uuid
from typing import Any

import pytest

from .conftest import PATIENCE, REGION, Emulator

TARGET = "AmazonEC2ContainerRegistry_V20150921.CreateRepository"


def create(emulator: Emulator, name: str, invocation: str, attempt: int) -> bytes:
    """ecr:CreateRepository as an SDK's attempt."""
    request = urllib.request.Request(
        emulator.endpoint + "/",
        method="POST",
        data=b'{"repositoryName": "%s"}' % name.encode(),
        headers={
            "Content-Type": "application/x-amz-json-1.1",
            "X-Amz-Target": TARGET,
            "Authorization": f"AWS4-HMAC-SHA256 Credential=x/20260101/{REGION}/ecr/aws4_request, SignedHeaders=host, Signature=none",
            "amz-sdk-invocation-id": invocation,
            "amz-sdk-request": f"attempt={attempt}; max=3",
        },
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        body: bytes = answer.read()
        return body


def repositories(emulator: Emulator) -> list[Any]:
    found: list[Any] = emulator.client("ecr").describe_repositories()["repositories"]
    return found


@pytest.mark.parametrize("later", [2, 10])
def test_a_later_attempt_gets_the_answer_of_the_first(emulator: Emulator, later: int) -> None:
    invocation = str(uuid.uuid4())
    first = create(emulator, "digits", invocation, 1)
    assert create(emulator, "digits", invocation, later) == first
    assert len(repositories(emulator)) == 1


def test_another_invocation_is_another_request(emulator: Emulator) -> None:
    create(emulator, "digits", str(uuid.uuid4()), 1)
    for attempt in (1, 2):
        with pytest.raises(urllib.error.HTTPError) as refused:
            create(emulator, "digits", str(uuid.uuid4()), attempt)
        assert b"RepositoryAlreadyExists" in refused.value.read()


def test_a_first_attempt_that_failed_is_made_again(emulator: Emulator) -> None:
    fault = {"service": "ecr", "operation": "CreateRepository", "error": "throttled", "times": 1}
    emulator.call("POST", "/mlinfra-emulator/faults", fault)
    invocation = str(uuid.uuid4())
    with pytest.raises(urllib.error.HTTPError):
        create(emulator, "digits", invocation, 1)
    create(emulator, "digits", invocation, 2)
    assert len(repositories(emulator)) == 1
