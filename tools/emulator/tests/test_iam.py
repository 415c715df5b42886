"""Managed policies, without the price of reading them for each account."""

import os
from pathlib import Path
from typing import Any

import pytest

POLICY = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
TRUST = '{"Version": "2012-10-17", "Statement": []}'


def attachments(iam: Any) -> int:
    return iam.get_policy(PolicyArn=POLICY)["Policy"]["AttachmentCount"]


def processor_seconds(pid: int) -> float:
    """User and system time of a process: unlike the clock, it does not depend on what else the machine does."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads processor time from /proc")
@pytest.mark.patch("iam")
def test_a_reset_and_the_calls_after_it_are_quick(emulator: Any, aws: Any) -> None:
    sts = aws("sts")
    started = processor_seconds(emulator.pid)
    for _ in range(4):
        emulator.call("POST", "/moto-api/reset")
        sts.get_caller_identity()
        sts.get_caller_identity()
    # A quarter of a second here; four to six seconds when every backend reads the policies.
    assert processor_seconds(emulator.pid) - started < 1.5


def test_accounts_do_not_share_attachments(emulator: Any, aws: Any) -> None:
    iam = aws("iam")
    iam.create_role(RoleName="functions", AssumeRolePolicyDocument=TRUST)
    iam.attach_role_policy(RoleName="functions", PolicyArn=POLICY)
    assert attachments(iam) == 1
    assert attachments(emulator.client_in("222222222222", "iam")) == 0
    emulator.call("POST", "/moto-api/reset")
    assert attachments(iam) == 0
