"""What the stacks of a repository share comes before them: in deploy.sh, in discover.sh, in both pipelines."""

import json
import subprocess

import pytest
import yaml
from conftest import DIGEST, REPOSITORY_URL, TEMPLATES, Repository

NETWORK = '{"id":"vpc-1","subnet_ids":["subnet-1"]}'
NO_OUTPUTS = "\nWarning: No outputs found\n\nThe state file has no outputs.\n"


@pytest.fixture
def shared(repository) -> Repository:
    """A repository whose stack stands in the shared network."""
    settings = repository.root / "terraform/environments/dev"
    values = json.loads((settings / "inference-api.tfvars.json").read_text())
    (settings / "inference-api.tfvars.json").write_text(json.dumps(values | {"network_source": "shared"}))
    (settings / "foundation.tfvars.json").write_text(json.dumps(values))
    (repository.root / "terraform/stacks/foundation").mkdir()
    repository.answer("output -json shared_network", stdout=NETWORK + "\n")
    return repository


def deploy(repository: Repository, *arguments: str, **variables: str):
    return repository.run("deploy.sh", *arguments, AUTO_APPROVE="1", **variables)


def test_ch6_the_shared_network_is_handed_on(shared):
    done = deploy(shared, "inference-api", "dev")
    assert done.returncode == 0, done.stderr
    order = [
        shared.position("terraform/stacks/foundation init", "-backend-config=../../environments/dev/backend.hcl"),
        shared.position("terraform/stacks/foundation output -json shared_network"),
        shared.position("terraform/stacks/inference-api init"),
        shared.position("terraform/stacks/inference-api apply", f"-var=shared_network={NETWORK}", f"@{DIGEST}"),
    ]
    assert order == sorted(order)


@pytest.mark.parametrize("action", ["plan", "destroy"])
def test_ch6_plan_and_destroy_know_the_shared_network_too(shared, action):
    done = deploy(shared, "inference-api", "dev", action, CONFIRM_DESTROY="inference-api/dev")
    assert done.returncode == 0, done.stderr
    shared.position(f"inference-api {action}", f"-var=shared_network={NETWORK}")


def test_ch6_so_does_the_apply_of_the_image_repository_alone(shared):
    shared.answer("output -raw ecr_repository_url", after="-target=module.image_repository", stdout=REPOSITORY_URL)
    shared.answer("output -raw ecr_repository_url", code=1)
    assert deploy(shared, "inference-api", "dev").returncode == 0
    shared.position("-target=module.image_repository", "-var=shared_network=")


@pytest.mark.parametrize("answer", [{"code": 1}, {"stdout": NO_OUTPUTS}, {"stdout": "null\n"}])
def test_ch6_a_network_that_is_not_there_yet_is_refused_with_the_remedy(shared, answer):
    shared.answer("output -json shared_network", **answer)
    shared.rules.reverse()
    done = deploy(shared, "inference-api", "dev")
    assert done.returncode == 1
    assert "scripts/deploy.sh foundation dev" in done.stderr
    assert not any(" apply " in call for call in shared.calls())


def test_ch6_a_stack_that_shares_with_nobody_is_refused(shared):
    (shared.root / "terraform/environments/dev/foundation.tfvars.json").unlink()
    done = deploy(shared, "inference-api", "dev")
    assert done.returncode == 1 and 'set it to "own"' in done.stderr


def test_ch6_a_stack_with_its_own_network_asks_nobody(repository):
    assert deploy(repository, "inference-api", "dev").returncode == 0
    assert not any("foundation" in call for call in repository.calls())


def test_c13_the_foundation_is_found_apart_from_the_stacks(shared):
    (shared.root / "terraform/stacks/foundation/main.tf").write_text("")
    done = shared.run("discover.sh")
    found = {line.partition("=")[0]: json.loads(line.partition("=")[2]) for line in done.stdout.splitlines()}
    assert [entry["stack"] for entry in found["dev"]] == ["inference-api"]
    assert [entry["stack"] for entry in found["dev_foundation"]] == ["foundation"]
    assert found["prod_foundation"] == []
    assert "terraform/stacks/foundation" in found["roots"]
    # A pull request shows its plan like any other.
    assert "foundation" in {entry["stack"] for entry in found["deployments"]}


@pytest.mark.parametrize("environment", ["dev", "prod"])
def test_c13_github_applies_the_foundation_before_the_stacks(environment):
    jobs = yaml.safe_load((TEMPLATES / "repository/.github/workflows/deploy.yml").read_text())["jobs"]
    foundation, stacks = jobs[f"{environment}-foundation"], jobs[environment]
    assert f"{environment}-foundation" in stacks["needs"]
    assert f"needs.{environment}-foundation.result == 'success'" in stacks["if"]
    assert f"outputs.{environment}_foundation)" in foundation["strategy"]["matrix"]["include"]
    assert foundation["environment"] == environment
    assert foundation["steps"] == stacks["steps"]


def test_c13_prod_waits_for_all_of_dev():
    jobs = yaml.safe_load((TEMPLATES / "repository/.github/workflows/deploy.yml").read_text())["jobs"]
    assert {"dev", "dev-foundation"} <= set(jobs["prod-foundation"]["needs"])


@pytest.mark.parametrize(("job", "action"), [(".deploy", "apply"), (".plan", "plan")])
def test_c13_gitlab_takes_the_foundation_first_and_each_once(shared, job, action):
    settings = shared.root / "terraform/environments/dev"
    for stack in ("churn", "predictor"):
        (settings / f"{stack}.tfvars.json").write_text("{}")
        (shared.root / "terraform/stacks" / stack).mkdir()
    script = "\n".join(yaml.safe_load((TEMPLATES / "repository-gitlab/.gitlab-ci.yml").read_text())[job]["script"])
    called = script.replace("scripts/deploy.sh", "echo")
    done = subprocess.run(
        ["sh", "-ec", called], cwd=shared.root, env={"DEPLOY_ENVIRONMENT": "dev", "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split("\n")[:-1] == [
        f"{stack} dev {action}" for stack in ("foundation", "churn", "inference-api", "predictor")
    ]
