"""C14: build-and-push.sh logs in, builds, pushes and prints the image URI by digest, or refuses with a reason."""

import json
from pathlib import Path

import pytest
from conftest import DIGEST, REGISTRY, REPOSITORY_URL, TEMPLATES, Repository

SCRIPT = "build-and-push.sh"


def build(repository: Repository, environment: str = "dev", **variables: str):
    return repository.run(SCRIPT, "inference-api", environment, **variables)


def test_c14_scripts_are_executable():
    """C14: copied as they are, they must be runnable."""
    for script in (TEMPLATES / "repository" / "scripts").glob("*.sh"):
        assert script.stat().st_mode & 0o111, script.name


def test_c14_standard_output_is_the_uri_by_digest_alone(repository):
    """C14: the only line on standard output can be handed to Terraform."""
    done = build(repository)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{REPOSITORY_URL}@{DIGEST}\n"
    assert "build output" in done.stderr


def test_c14_the_order_is_login_build_push_digest(repository):
    build(repository)
    tag = repository.git("rev-parse", "--short=12", "HEAD")
    login = repository.position("docker login", "--username AWS", "--password-stdin", REGISTRY)
    built = repository.position("docker buildx build", f"--tag {REPOSITORY_URL}:{tag}")
    pushed = repository.position(f"docker push {REPOSITORY_URL}:{tag}")
    described = max(i for i, call in enumerate(repository.calls()) if "describe-images" in call)
    assert login < built < pushed < described


def test_c14_the_password_goes_through_standard_input_only(repository):
    """C14: an argument could be read by every process of the machine."""
    build(repository)
    lines = [json.loads(line) for line in (repository.tools / "calls.jsonl").read_text().splitlines()]
    logins = [line for line in lines if line["call"][:2] == ["docker", "login"]]
    assert [line["stdin"] for line in logins] == ["login-token\n"]
    assert not any("login-token" in call for call in repository.calls())


@pytest.mark.parametrize(
    ("architecture", "platform"), [("x86_64", "linux/amd64"), ("arm64", "linux/arm64"), (None, "linux/amd64")]
)
def test_c14_the_platform_follows_the_architecture(repository, architecture, platform):
    file = repository.root / "terraform/environments/dev/inference-api.tfvars.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"architecture": architecture}))
    assert build(repository).returncode == 0
    call = repository.calls()[repository.position("docker buildx build")]
    assert f"--platform {platform}" in call
    assert call.endswith(str(repository.root / "services" / "inference-api"))


def test_c14_lambda_gets_a_single_manifest(repository):
    """C14: Lambda refuses the index that build attestations make of an image."""
    build(repository)
    call = repository.calls()[repository.position("docker buildx build")]
    assert "--provenance=false" in call and "--sbom=false" in call


@pytest.mark.parametrize("environment", ["dev", "prod"])
def test_c14_a_commit_that_was_pushed_is_not_built_again(repository, environment):
    """C14: with immutable tags the second push of a commit would fail."""
    repository.answer("describe-images", stdout=DIGEST + "\n")
    done = build(repository, environment)
    assert done.stdout == f"{REPOSITORY_URL}@{DIGEST}\n"
    assert not any("docker buildx build" in call or "docker push" in call for call in repository.calls())


def test_c14_uncommitted_changes_are_marked_in_dev_and_always_built(repository):
    (repository.root / "services/inference-api/new.py").write_text("x = 1\n")
    repository.answer("describe-images", stdout=DIGEST + "\n")
    assert build(repository).returncode == 0
    assert "-dirty" in repository.calls()[repository.position("docker push")]


def test_c14_uncommitted_changes_are_refused_in_prod(repository):
    (repository.root / "services/inference-api/new.py").write_text("x = 1\n")
    refused(repository, "uncommitted changes", environment="prod")


def refused(repository: Repository, reason: str, environment: str = "dev", **variables: str) -> None:
    done = build(repository, environment, **variables)
    assert done.returncode == 1
    assert done.stdout == ""
    assert reason in done.stderr, done.stderr
    assert not any("docker push" in call or "docker buildx build" in call for call in repository.calls())


@pytest.mark.parametrize("tool", ["docker", "aws", "terraform"])
def test_c14_a_missing_tool_is_named(repository, tool):
    (repository.tools / tool).unlink()
    refused(repository, f"{tool} is not installed")


def test_c14_a_stopped_docker_daemon_is_named(repository):
    repository.answer("docker info", code=1)
    refused(repository, "Docker daemon does not answer")


def test_c14_not_logged_in_to_aws_is_named(repository):
    repository.answer("sts get-caller-identity", code=255, stderr="ExpiredToken")
    refused(repository, "aws sso login")


def test_c14_credentials_of_another_account_are_refused(repository):
    repository.answer("sts get-caller-identity", stdout="999999999999\n")
    refused(repository, "account 999999999999")


def test_c14_a_failed_registry_login_is_named(repository):
    repository.answer("docker login", code=1)
    refused(repository, "login to")


@pytest.mark.parametrize("url", ["", "999999999999.dkr.ecr.eu-west-1.amazonaws.com/other", "No outputs found"])
def test_c14_without_a_repository_the_commands_that_create_it_are_shown(repository, url):
    repository.answer("output -raw ecr_repository_url", stdout=url)
    refused(repository, "-target=module.image_repository")


def test_c14_a_failed_build_is_not_pushed(repository):
    repository.answer("docker buildx build", code=1)
    done = build(repository)
    assert done.returncode == 1 and done.stdout == ""
    assert "the build failed" in done.stderr
    assert not any("docker push" in call for call in repository.calls())


def test_c14_a_failed_push_prints_no_uri(repository):
    repository.answer("docker push", code=1)
    done = build(repository)
    assert done.returncode == 1 and done.stdout == ""
    assert "the push failed" in done.stderr


def test_c14_without_a_commit_there_is_no_name_for_the_image(repository):
    import shutil

    shutil.rmtree(repository.root / ".git")
    refused(repository, "commit first")


@pytest.mark.parametrize("arguments", [(), ("inference-api",), ("a", "b", "c")])
def test_c14_usage_is_shown(repository, arguments):
    done = repository.run(SCRIPT, *arguments)
    assert done.returncode == 2
    assert "usage:" in done.stderr


@pytest.mark.parametrize(
    "arguments", [("../x", "dev"), ("inference-api", "$(id)"), ("inference-api", "stage"), ("other", "dev")]
)
def test_c14_unknown_names_are_refused_before_anything_runs(repository, arguments):
    done = repository.run(SCRIPT, *arguments)
    assert done.returncode == 1
    assert not Path(repository.tools / "calls.jsonl").exists()
