"""A generated repository with its scripts, and stand-ins for docker, aws and terraform that record their calls."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

TEMPLATES = Path(__file__).parents[3] / "templates"
ACCOUNT, REGION = "123456789012", "eu-central-1"
REGISTRY = f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com"
REPOSITORY_URL = f"{REGISTRY}/audio-bird-calls-dev-image"
DIGEST = "sha256:" + "ab" * 32

# Answers by the first rule whose words all occur in the call; `after` wants an earlier call with those words.
FAKE_TOOL = """#!{python} -IS
import json, os, sys
call = [os.path.basename(sys.argv[0]), *sys.argv[1:]]
log = os.environ["FAKE_LOG"]
earlier = open(log, encoding="utf-8").read().splitlines() if os.path.exists(log) else []
stdin = sys.stdin.read() if "--password-stdin" in call else ""
with open(log, "a", encoding="utf-8") as file:
    file.write(json.dumps({{"call": call, "stdin": stdin}}) + "\\n")
text = " ".join(call)
for rule in json.load(open(os.environ["FAKE_RULES"], encoding="utf-8")):
    if all(word in text for word in rule["words"]) and (
        not rule.get("after") or any(rule["after"] in " ".join(json.loads(line)["call"]) for line in earlier)
    ):
        sys.stdout.write(rule.get("stdout", ""))
        sys.stderr.write(rule.get("stderr", ""))
        sys.exit(rule.get("code", 0))
"""


@dataclass
class Repository:
    """One generated repository; `rules` are asked before the defaults, its own first."""

    root: Path
    tools: Path
    rules: list[dict[str, Any]] = field(default_factory=list)
    own_defaults: list[dict[str, Any]] = field(default_factory=list)

    def defaults(self) -> list[dict[str, Any]]:
        return [
            *self.own_defaults,
            {"words": ["aws sts get-caller-identity"], "stdout": ACCOUNT + "\n"},
            {"words": ["aws ecr get-login-password"], "stdout": "login-token\n"},
            {"words": ["describe-images"], "after": "docker push", "stdout": DIGEST + "\n"},
            {"words": ["describe-images"], "code": 254, "stderr": "ImageNotFoundException"},
            {"words": ["terraform", "output -raw ecr_repository_url"], "stdout": REPOSITORY_URL},
            {"words": ["docker", "build"], "stdout": "build output\n"},
            {"words": ["docker push"], "stdout": "pushed\n"},
        ]

    def answer(self, *words: str, **rule: Any) -> None:
        self.rules.append({"words": list(words), **rule})

    def run(
        self, script: str, *arguments: str, stdin: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        (self.tools / "rules.json").write_text(json.dumps([*self.rules, *self.defaults()]))
        variables = {
            "PATH": f"{self.tools}:{self.tools / 'system'}",
            "HOME": str(self.tools),
            "FAKE_LOG": str(self.tools / "calls.jsonl"),
            "FAKE_RULES": str(self.tools / "rules.json"),
            "GIT_CONFIG_GLOBAL": "/dev/null",
        }
        return subprocess.run(
            [str(self.root / "scripts" / script), *arguments],
            env=variables | environment, input=stdin, capture_output=True, text=True, timeout=60, check=False,
            cwd=self.tools,
        )  # fmt: skip

    def calls(self) -> list[str]:
        log = self.tools / "calls.jsonl"
        return [" ".join(json.loads(line)["call"]) for line in log.read_text().splitlines()] if log.exists() else []

    def position(self, *words: str) -> int:
        """Index of the first call with all the words; fails when there is none."""
        for index, call in enumerate(self.calls()):
            if all(word in call for word in words):
                return index
        raise AssertionError(f"no call with {words} in:\n" + "\n".join(self.calls()))

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.root), "-c", "user.name=t", "-c", "user.email=t@example.com", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path, pristine: Repository) -> Repository:
    """A fresh copy for one test."""
    root, tools = tmp_path / "repository", tmp_path / "tools"
    shutil.copytree(pristine.root, root)
    shutil.copytree(pristine.tools, tools, symlinks=True)
    return Repository(root, tools)


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Made once, since three git commands for every test would be most of the time."""
    folder = tmp_path_factory.mktemp("pristine")
    root, tools = folder / "repository", folder / "tools"
    shutil.copytree(TEMPLATES / "repository" / "scripts", root / "scripts")
    for environment in ("dev", "prod"):
        folder = root / "terraform" / "environments" / environment
        folder.mkdir(parents=True)
        values = {"account_id": ACCOUNT, "region": REGION, "environment": environment, "architecture": "x86_64"}
        (folder / "inference-api.tfvars.json").write_text(json.dumps(values | {"image_uri": None}))
        bucket = {"state_bucket_name": f"state-{environment}"}
        (folder / "bootstrap.tfvars.json").write_text(json.dumps(values | bucket))
        (folder / "backend.hcl").write_text(f'bucket = "state-{environment}"\n')
    (root / "terraform" / "stacks" / "inference-api").mkdir(parents=True)
    (root / "terraform" / "bootstrap").mkdir()
    (root / "services" / "inference-api").mkdir(parents=True)
    (root / "services" / "inference-api" / "Dockerfile").write_text("FROM scratch\n")
    _install_tools(tools)
    created = Repository(root, tools)
    created.git("init", "-q", "-b", "main")
    created.git("add", "-A")
    created.git("commit", "-q", "-m", "first")
    return created


def _install_tools(tools: Path) -> None:
    system = tools / "system"
    system.mkdir(parents=True)
    for name in ("bash", "env", "git", "dirname", "cat"):
        found = shutil.which(name)
        assert found, f"{name} is needed to run these tests"
        (system / name).symlink_to(found)
    (system / "python3").symlink_to(sys.executable)
    for name in ("docker", "aws", "terraform"):
        path = tools / name
        path.write_text(FAKE_TOOL.format(python=sys.executable))
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    assert os.access(tools / "aws", os.X_OK)
