"""C2 C14: deploy.sh runs the whole sequence in order, skips what exists, and asks before it destroys."""

import pytest
from conftest import ACCOUNT, DIGEST, REPOSITORY_URL, Repository

SCRIPT = "deploy.sh"
IMAGE = f"{REPOSITORY_URL}@{DIGEST}"
VAR_FILE = "-var-file=../../environments/dev/inference-api.tfvars.json"
# What Terraform prints, with exit code 0, for an output of a state that is still empty.
NO_OUTPUTS = "\nWarning: No outputs found\n\nThe state file either has no outputs defined, or all the defined outputs are empty.\n"
ABSENT = "An error occurred (404) when calling the HeadBucket operation: Not Found"


def deploy(repository: Repository, *arguments: str, **variables: str):
    return repository.run(SCRIPT, "inference-api", *(arguments or ("dev",)), **variables)


@pytest.mark.parametrize("before", [{"code": 1}, {"stdout": NO_OUTPUTS}])
def test_c14_the_first_apply_runs_everything_in_order(repository, before):
    """C2 C14: state bucket, image repository, image, the rest."""
    repository.answer("head-bucket", code=254, stderr=ABSENT)
    repository.answer("output -raw ecr_repository_url", after="-target=module.image_repository", stdout=REPOSITORY_URL)
    repository.answer("output -raw ecr_repository_url", **before)
    done = deploy(repository, AUTO_APPROVE="1")
    assert done.returncode == 0, done.stderr
    stack = "terraform -chdir=terraform/stacks/inference-api"
    order = [
        repository.position("terraform -chdir=terraform/bootstrap init"),
        repository.position("terraform -chdir=terraform/bootstrap workspace select -or-create=true dev"),
        repository.position(
            "terraform -chdir=terraform/bootstrap apply", "-var-file=../environments/dev/bootstrap.tfvars.json"
        ),
        repository.position(f"{stack} init -reconfigure", "-backend-config=../../environments/dev/backend.hcl"),
        repository.position(f"{stack} apply", VAR_FILE, "-target=module.image_repository"),
        repository.position("docker push"),
        repository.position(f"{stack} apply", f"-var image_uri={IMAGE}"),
    ]
    assert order == sorted(order)


def test_c2_an_existing_state_bucket_and_repository_are_left_alone(repository):
    deploy(repository, AUTO_APPROVE="1")
    calls = repository.calls()
    assert not any("terraform/bootstrap" in call or "-target" in call for call in calls)
    assert calls[-1].endswith(f"-var image_uri={IMAGE}")


def test_c2_environments_keep_their_bootstrap_states_apart(repository):
    """C2: one local state for both would make the second environment replace the first one's bucket."""
    repository.answer("head-bucket", code=254, stderr=ABSENT)
    deploy(repository, "prod", AUTO_APPROVE="1")
    repository.position("workspace select -or-create=true prod")


def test_c14_without_auto_approve_terraform_asks(repository):
    deploy(repository)
    assert not any("-auto-approve" in call for call in repository.calls())


def test_c14_ci_is_never_asked(repository):
    deploy(repository, CI="true")
    assert "-auto-approve" in repository.calls()[repository.position("apply")]


def test_c14_a_given_image_is_not_built(repository):
    deploy(repository, IMAGE_URI="registry.example/x@sha256:1", AUTO_APPROVE="1")
    assert not any(call.startswith("docker") for call in repository.calls())
    repository.position("apply", "-var image_uri=registry.example/x@sha256:1")


def test_c14_a_stack_without_an_image_gets_none(repository):
    (repository.root / "services/inference-api/Dockerfile").unlink()
    assert deploy(repository, AUTO_APPROVE="1").returncode == 0
    assert not any("image_uri" in call or call.startswith("docker") for call in repository.calls())


def test_c14_a_failed_build_stops_before_the_apply(repository):
    repository.answer("docker buildx build", code=1)
    assert deploy(repository, AUTO_APPROVE="1").returncode == 1
    assert not any(" apply " in call for call in repository.calls())


def test_c13_plan_changes_nothing_and_assumes_the_newest_image(repository):
    """C13: what a pull request shows is what an apply would do, image included."""
    repository.answer("describe-images", "sort_by", stdout=DIGEST + "\n")
    done = deploy(repository, "dev", "plan")
    assert done.returncode == 0, done.stderr
    repository.position("plan", "-input=false", f"-var image_uri={IMAGE}")
    assert not any(" apply " in call or call.startswith("docker") for call in repository.calls())


@pytest.mark.parametrize("answer", [{"stdout": "None\n"}, {"code": 254}])
def test_c13_plan_without_any_image_leaves_the_default(repository, answer):
    repository.answer("describe-images", **answer)
    assert deploy(repository, "dev", "plan").returncode == 0
    assert not any("image_uri" in call for call in repository.calls())


@pytest.mark.parametrize(("action", "variables"), [("plan", {}), ("destroy", {}), ("apply", {"CI": "true"})])
def test_c2_only_a_person_may_create_the_state_bucket(repository, action, variables):
    """C2: its own state is a local file, which a CI machine would throw away."""
    repository.answer("head-bucket", code=254, stderr=ABSENT)
    done = deploy(repository, "dev", action, **variables)
    assert done.returncode == 1
    assert "state-dev does not exist" in done.stderr
    assert not any(call.startswith("terraform") for call in repository.calls())


def test_c2_a_state_bucket_out_of_reach_is_not_created_again(repository):
    repository.answer("head-bucket", code=254, stderr="An error occurred (403): Forbidden")
    done = deploy(repository, AUTO_APPROVE="1")
    assert done.returncode == 1
    assert "cannot be reached" in done.stderr and "403" in done.stderr
    assert not any(call.startswith("terraform") for call in repository.calls())


def test_c2_destroy_wants_the_name_typed(repository):
    done = deploy(repository, "prod", "destroy", stdin="yes\n")
    assert done.returncode == 1
    assert "nothing was destroyed" in done.stderr
    assert not any("destroy" in call for call in repository.calls())


@pytest.mark.parametrize(
    ("stdin", "variables"), [("inference-api/dev\n", {}), ("", {"CONFIRM_DESTROY": "inference-api/dev"})]
)
def test_c2_destroy_goes_on_when_confirmed(repository, stdin, variables):
    done = deploy(repository, "dev", "destroy", stdin=stdin, **variables)
    assert done.returncode == 0, done.stderr
    repository.position("destroy", "-auto-approve", VAR_FILE)


def test_c2_destroy_in_ci_needs_the_confirmation(repository):
    done = deploy(repository, "dev", "destroy", CI="true")
    assert done.returncode == 1
    assert "CONFIRM_DESTROY=inference-api/dev" in done.stderr


def test_c2_credentials_of_another_account_are_refused(repository):
    repository.answer("sts get-caller-identity", stdout="999999999999\n")
    done = deploy(repository)
    assert done.returncode == 1
    assert ACCOUNT in done.stderr and "999999999999" in done.stderr


def test_c2_not_logged_in_is_named(repository):
    repository.answer("sts get-caller-identity", code=255)
    assert "aws sso login" in deploy(repository).stderr


@pytest.mark.parametrize("arguments", [("dev", "aply"), ("stage",), ("../dev",), ("dev; id",)])
def test_c2_wrong_arguments_are_refused_before_anything_runs(repository, arguments):
    done = deploy(repository, *arguments)
    assert done.returncode == 1
    assert repository.calls() == []


def test_c2_an_unknown_stack_is_refused(repository):
    done = repository.run(SCRIPT, "churn", "dev")
    assert done.returncode == 1
    assert "terraform/stacks/churn" in done.stderr
