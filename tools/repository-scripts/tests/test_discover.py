"""C13: discover.sh tells CI what this repository holds, whichever stacks were chosen."""

import json

from conftest import Repository


def discover(repository: Repository) -> dict:
    done = repository.run("discover.sh")
    assert done.returncode == 0, done.stderr
    return {line.partition("=")[0]: json.loads(line.partition("=")[2]) for line in done.stdout.splitlines()}


def test_c13_stacks_services_and_deployments_are_found(repository):
    root = repository.root
    (root / "terraform/stacks/inference-api/main.tf").write_text("")
    (root / "terraform/bootstrap/main.tf").write_text("")
    (root / "terraform/modules/bucket").mkdir(parents=True)
    (root / "terraform/modules/bucket/main.tf").write_text("")
    (root / "services/inference-api/tests").mkdir()
    (root / "services/inference-api/requirements-dev.txt").write_text("")
    found = discover(repository)
    assert found["roots"] == ["terraform/bootstrap", "terraform/stacks/inference-api"]
    assert found["services"] == ["inference-api"]
    dev = {"stack": "inference-api", "environment": "dev", "region": "eu-central-1", "architecture": "x86_64"}
    assert found["dev"] == [dev]
    assert found["prod"] == [dev | {"environment": "prod"}]
    assert found["deployments"] == found["dev"] + found["prod"]


def test_c13_a_repository_without_prod_or_services_gives_empty_lists(repository):
    import shutil

    shutil.rmtree(repository.root / "terraform/environments/prod")
    found = discover(repository)
    assert found["prod"] == [] and found["services"] == []
    assert len(found["deployments"]) == 1


def test_c13_variable_files_that_belong_to_no_stack_are_left_out(repository):
    """C13: bootstrap.tfvars.json is not a deployment."""
    assert {entry["stack"] for entry in discover(repository)["deployments"]} == {"inference-api"}
