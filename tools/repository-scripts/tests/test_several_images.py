"""C14: a stack with services/<stack>/<image>/Dockerfile gets each of its images, by the same rules as one."""

import json

import pytest
from conftest import ACCOUNT, DIGEST, REGISTRY, Repository

STACK = "compression-pipeline"
URLS = {name: f"{REGISTRY}/audio-bird-calls-dev-{name}" for name in ("api", "steps")}
URIS = {name: f"{url}@{DIGEST}" for name, url in URLS.items()}
VAR_FILE = f"-var-file=../../environments/dev/{STACK}.tfvars.json"
ABSENT = "An error occurred (404) when calling the HeadBucket operation: Not Found"


@pytest.fixture
def pipeline(repository: Repository) -> Repository:
    """A repository whose only stack has two images."""
    root = repository.root
    for environment in ("dev", "prod"):
        folder = root / "terraform" / "environments" / environment
        (folder / "inference-api.tfvars.json").rename(folder / f"{STACK}.tfvars.json")
    (root / "terraform/stacks/inference-api").rename(root / "terraform/stacks" / STACK)
    for image in URLS:
        (root / "services" / STACK / image).mkdir(parents=True)
        (root / "services" / STACK / image / "Dockerfile").write_text("FROM scratch\n")
    (root / "services/inference-api/Dockerfile").unlink()
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "pipeline")
    for url in URLS.values():
        asked = ["describe-images", url.partition("/")[2]]
        repository.own_defaults += [
            {"words": asked, "after": f"docker push {url}", "stdout": DIGEST + "\n"},
            {"words": asked, "code": 254, "stderr": "ImageNotFoundException"},
        ]
    return repository


def knows_repositories(repository: Repository, **rule) -> None:
    known = {} if "code" in rule else {"stdout": json.dumps(URLS)}
    repository.answer("output -json ecr_repository_urls", **known | rule)


def build(repository: Repository, environment: str = "dev"):
    return repository.run("build-and-push.sh", STACK, environment)


def deploy(repository: Repository, *arguments: str, **variables: str):
    return repository.run("deploy.sh", STACK, *(arguments or ("dev",)), **variables)


def image_variable(call: str) -> dict:
    return json.loads(call.partition("-var image_uris=")[2])


def test_c14_standard_output_is_one_line_of_json_with_each_uri(pipeline):
    knows_repositories(pipeline)
    done = build(pipeline)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") == 1
    assert json.loads(done.stdout) == URIS


@pytest.mark.parametrize("image", URLS)
def test_c14_each_image_has_its_own_dockerfile_and_the_context_of_the_stack(pipeline, image):
    """C14: what the images share lies above both."""
    knows_repositories(pipeline)
    build(pipeline)
    folder = pipeline.root / "services" / STACK
    tag = pipeline.git("rev-parse", "--short=12", "HEAD")
    call = pipeline.calls()[pipeline.position("docker buildx build", f"--tag {URLS[image]}:{tag}")]
    assert call.endswith(f"--file {folder / image / 'Dockerfile'} {folder}")
    assert "--provenance=false" in call and "--platform linux/amd64" in call
    pipeline.position(f"docker push {URLS[image]}:{tag}")


def test_c14_one_login_serves_every_image(pipeline):
    knows_repositories(pipeline)
    build(pipeline)
    assert sum("docker login" in call for call in pipeline.calls()) == 1


def test_c14_only_the_image_that_is_missing_is_built(pipeline):
    knows_repositories(pipeline)
    pipeline.answer("describe-images", "dev-api", stdout=DIGEST + "\n")
    assert json.loads(build(pipeline).stdout) == URIS
    built = [call for call in pipeline.calls() if "docker buildx build" in call]
    assert len(built) == 1 and URLS["steps"] in built[0]


def test_c14_nothing_is_built_where_every_image_is_there(pipeline):
    knows_repositories(pipeline)
    pipeline.answer("describe-images", stdout=DIGEST + "\n")
    assert json.loads(build(pipeline, "prod").stdout) == URIS
    assert not any(call.startswith(("docker buildx", "docker push", "docker login")) for call in pipeline.calls())


@pytest.mark.parametrize(
    "rule",
    [
        {"code": 1},
        {"stdout": ""},
        {"stdout": "Warning: No outputs found"},
        {"stdout": "[]"},
        {"stdout": json.dumps({"api": URLS["api"]})},
        {"stdout": json.dumps(URLS | {"steps": "999999999999.dkr.ecr.eu-west-1.amazonaws.com/x"})},
    ],
)
def test_c14_without_every_repository_nothing_is_built(pipeline, rule):
    """C14: the commands that create the repositories are shown."""
    knows_repositories(pipeline, **rule)
    done = build(pipeline)
    assert done.returncode == 1 and done.stdout == ""
    assert "-target=module.image_repository" in done.stderr
    assert not any("docker buildx build" in call for call in pipeline.calls())


def test_c14_a_failure_of_the_second_image_prints_nothing(pipeline):
    knows_repositories(pipeline)
    pipeline.answer("docker push", "dev-steps", code=1)
    done = build(pipeline)
    assert done.returncode == 1 and done.stdout == ""
    assert "the push failed" in done.stderr


def test_c14_a_folder_that_is_no_name_is_refused(pipeline):
    folder = pipeline.root / "services" / STACK
    (folder / "steps").rename(folder / "Steps")
    knows_repositories(pipeline)
    done = build(pipeline)
    assert done.returncode == 1
    assert "Steps is no name for an image" in done.stderr


def test_c14_a_stack_without_any_dockerfile_is_refused(pipeline):
    for image in URLS:
        (pipeline.root / "services" / STACK / image / "Dockerfile").unlink()
    done = build(pipeline)
    assert done.returncode == 1
    assert "no image to build" in done.stderr


@pytest.mark.parametrize("before", [{"code": 1}, {"stdout": "Warning: No outputs found"}, {"stdout": "{}"}])
def test_c14_the_first_apply_makes_repositories_then_images_then_the_rest(pipeline, before):
    pipeline.answer("head-bucket", code=254, stderr=ABSENT)
    knows_repositories(pipeline, after="-target=module.image_repository")
    knows_repositories(pipeline, **before)
    done = deploy(pipeline, AUTO_APPROVE="1")
    assert done.returncode == 0, done.stderr
    stack = f"terraform -chdir=terraform/stacks/{STACK}"
    order = [
        pipeline.position("terraform -chdir=terraform/bootstrap apply"),
        pipeline.position(f"{stack} init -reconfigure"),
        pipeline.position(f"{stack} apply", VAR_FILE, "-target=module.image_repository"),
        pipeline.position("docker push", URLS["api"]),
        pipeline.position("docker push", URLS["steps"]),
        pipeline.position(f"{stack} apply", "-var image_uris="),
    ]
    assert order == sorted(order)
    assert image_variable(pipeline.calls()[-1]) == URIS


def test_c14_existing_repositories_are_left_alone(pipeline):
    knows_repositories(pipeline)
    assert deploy(pipeline, AUTO_APPROVE="1").returncode == 0
    assert not any("-target" in call for call in pipeline.calls())
    assert image_variable(pipeline.calls()[-1]) == URIS


def test_c14_given_images_are_not_built(pipeline):
    given = json.dumps({"steps": "registry.example/x@sha256:1"})
    deploy(pipeline, AUTO_APPROVE="1", IMAGE_URIS=given)
    assert not any(call.startswith("docker") for call in pipeline.calls())
    assert f"-var image_uris={given}" in pipeline.calls()[-1]


def test_c13_plan_assumes_the_newest_image_of_each(pipeline):
    """C13: what a pull request shows is what an apply would do, images included."""
    knows_repositories(pipeline)
    pipeline.answer("describe-images", "sort_by", stdout=DIGEST + "\n")
    done = deploy(pipeline, "dev", "plan")
    assert done.returncode == 0, done.stderr
    assert image_variable(pipeline.calls()[pipeline.position("plan", "-input=false")]) == URIS
    assert not any(" apply " in call or call.startswith("docker") for call in pipeline.calls())


def test_c13_plan_leaves_the_default_of_an_image_that_was_never_pushed(pipeline):
    knows_repositories(pipeline)
    pipeline.answer("describe-images", "dev-steps", stdout=DIGEST + "\n")
    pipeline.answer("describe-images", stdout="None\n")
    assert deploy(pipeline, "dev", "plan").returncode == 0
    assert image_variable(pipeline.calls()[pipeline.position("plan", "-input=false")]) == {"steps": URIS["steps"]}


def test_c13_plan_before_the_first_apply_names_no_image(pipeline):
    knows_repositories(pipeline, code=1)
    assert deploy(pipeline, "dev", "plan").returncode == 0
    assert not any("image_uris" in call for call in pipeline.calls())


def test_c2_destroy_assumes_the_images_in_use(pipeline):
    knows_repositories(pipeline)
    pipeline.answer("describe-images", "sort_by", stdout=DIGEST + "\n")
    done = deploy(pipeline, "dev", "destroy", CONFIRM_DESTROY=f"{STACK}/dev")
    assert done.returncode == 0, done.stderr
    assert image_variable(pipeline.calls()[pipeline.position("destroy", "-auto-approve")]) == URIS


def test_c13_tests_of_the_images_make_a_service(pipeline):
    service = pipeline.root / "services" / STACK
    (service / "requirements-dev.txt").write_text("")
    (service / "steps" / "tests").mkdir()
    lines = pipeline.run("discover.sh").stdout.splitlines()
    assert f'services=["{STACK}"]' in lines
    assert ACCOUNT not in "".join(lines)
