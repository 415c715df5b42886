"""
Proves that each patch is needed: every test marked with a patch must fail on moto without it.

    python3 verify_patches.py

A test that passes without its patch is named, and the exit status is 1: either moto has learnt
to do it, and the patch can go, or the test does not test the patch.
"""

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

HERE = Path(__file__).parent
# Reading the managed policies once changes no answer and saves minutes, so only its own tests go without.
SPEED_ONLY = "iam"


def main() -> int:
    outcomes = {**_run(SPEED_ONLY, "--ignore=tests/test_iam.py"), **_run("off", "tests/test_iam.py")}
    not_failed = {name: outcome for name, outcome in outcomes.items() if outcome != "failed"}
    for name, outcome in sorted(not_failed.items()):
        print(f"{name}: {outcome} without its patch, and should have failed")
    print(f"{len(outcomes) - len(not_failed)} of {len(outcomes)} patch tests fail on moto without the patches")
    return 1 if not_failed or not outcomes else 0


def _run(patches: str, *arguments: str) -> dict[str, str]:
    """The outcome of each patch test, with only the given patches applied."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-m", "patch", f"--junitxml={report}", "--tb=no", *arguments],
            cwd=HERE,
            env={**os.environ, "MLINFRA_EMULATOR_PATCHES": patches},
            stdout=subprocess.DEVNULL,
            check=False,
        )
        cases = ElementTree.parse(report).getroot().iter("testcase")
        return {f"{case.get('classname')}::{case.get('name')}": _outcome(case) for case in cases}


def _outcome(case: ElementTree.Element) -> str:
    """`broken` is an error outside of the test itself, which proves nothing about the patch."""
    if case.find("error") is not None:
        return "broken"
    return "failed" if case.find("failure") is not None else "passed"


if __name__ == "__main__":
    sys.exit(main())
