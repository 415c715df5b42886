"""C13: the pipelines check, plan and apply through OIDC roles, with pinned actions and the least permissions."""

import re

import pytest
import yaml
from conftest import TEMPLATES

WORKFLOWS = sorted((TEMPLATES / "repository" / ".github" / "workflows").glob("*.yml"))
GITLAB = TEMPLATES / "repository-gitlab" / ".gitlab-ci.yml"
ALLOWED_ACTIONS = {
    "actions/checkout",
    "actions/setup-python",
    "aws-actions/configure-aws-credentials",
    "docker/setup-qemu-action",
    "hashicorp/setup-terraform",
}
STORED_KEYS = re.compile(r"aws[-_](access[-_]key|secret|session[-_]token)|AKIA|ASIA|secrets\.", re.IGNORECASE)


def load(path):
    return yaml.safe_load(path.read_text())


def jobs():
    return [(path.name, name, job) for path in WORKFLOWS for name, job in load(path)["jobs"].items()]


def steps():
    return [(f"{file}:{name}", step) for file, name, job in jobs() for step in job["steps"]]


def job(file, name):
    return next(found for path, job_name, found in jobs() if (path, job_name) == (file, name))


def test_c13_both_workflows_are_there():
    assert [path.name for path in WORKFLOWS] == ["deploy.yml", "pull-request.yml"]


def test_c13_every_action_is_pinned_by_its_full_commit():
    """C13: a tag can be moved to other code, a commit cannot."""
    used = [(where, step["uses"]) for where, step in steps() if "uses" in step]
    assert len(used) >= 15
    for where, action in used:
        name, _, commit = action.partition("@")
        assert re.fullmatch(r"[0-9a-f]{40}", commit), f"{where}: {action}"
        assert name in ALLOWED_ACTIONS, f"{where}: {action}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_c13_every_pin_tells_its_version_and_is_the_same_everywhere(path):
    lines = [line for file in WORKFLOWS for line in file.read_text().splitlines() if "uses:" in line]
    pins = {}
    for line in lines:
        found = re.fullmatch(r"\s*(?:- )?uses: (\S+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)", line)
        assert found, line
        assert pins.setdefault(found[1], found.groups()[1:]) == found.groups()[1:]
    # What the parser sees and what stands in the text must be the same number of actions.
    assert len(lines) == sum("uses" in step for _, step in steps())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_c13_permissions_are_read_only_unless_a_job_signs_in(path):
    """C13: never write-all; a token for AWS only where a role is taken."""
    document = load(path)
    assert document["permissions"] == {"contents": "read"}
    for name, found in document["jobs"].items():
        signs_in = any("configure-aws-credentials" in step.get("uses", "") for step in found["steps"])
        assert found.get("permissions", {"contents": "read"}) == (
            {"contents": "read", "id-token": "write"} if signs_in else {"contents": "read"}
        ), name


@pytest.mark.parametrize("path", [*WORKFLOWS, GITLAB], ids=lambda path: path.name)
def test_c13_no_stored_keys(path):
    assert not STORED_KEYS.search(path.read_text())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_c13_no_expression_is_pasted_into_a_shell(path):
    """C13: a branch or a stack may have any name; in `run` it would become code."""
    for where, step in steps():
        assert "${{" not in step.get("run", ""), where
    triggers = load(path)[True]
    assert "pull_request_target" not in triggers
    assert not (triggers.get("workflow_dispatch") or {})


def test_c13_checkouts_leave_no_token_behind():
    for where, step in steps():
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False, where


@pytest.mark.parametrize(
    "command",
    [
        "terraform fmt -check -recursive -diff terraform",
        'terraform -chdir="$ROOT" init -backend=false',
        'terraform -chdir="$ROOT" validate',
        "sh terraform/tests/run.sh",
        "python3 -m pytest -q",
        'scripts/deploy.sh "$STACK" "$ENVIRONMENT" plan',
    ],
)
def test_c13_a_pull_request_is_formatted_validated_tested_and_planned(command):
    text = "\n".join(step.get("run", "") for where, step in steps() if where.startswith("pull-request.yml"))
    assert command in text


def test_c13_plan_uses_the_plan_role_in_an_environment_without_approval():
    plan = job("pull-request.yml", "plan")
    assert plan["environment"] == "${{ matrix.environment }}-plan"
    roles = [step["with"]["role-to-assume"] for step in plan["steps"] if "role-to-assume" in step.get("with", {})]
    assert roles == ["${{ vars.AWS_PLAN_ROLE_ARN }}"]
    assert "head.repo.full_name == github.repository" in plan["if"]


@pytest.mark.parametrize("environment", ["dev", "prod"])
def test_c13_apply_uses_the_apply_role_of_its_environment(environment):
    """C13: the environment `prod` is where the approval is demanded."""
    deploy = job("deploy.yml", environment)
    assert deploy["environment"] == environment
    roles = [step["with"]["role-to-assume"] for step in deploy["steps"] if "role-to-assume" in step.get("with", {})]
    assert roles == ["${{ vars.AWS_APPLY_ROLE_ARN }}"]
    assert deploy["concurrency"]["cancel-in-progress"] is False
    assert deploy["steps"][-1]["run"] == f'scripts/deploy.sh "$STACK" {environment} apply'


def test_c13_prod_follows_dev_and_only_from_main():
    assert job("deploy.yml", "prod")["needs"] == ["discover", "dev-foundation", "dev", "prod-foundation"]
    assert "github.ref == 'refs/heads/main'" in job("deploy.yml", "discover")["if"]
    assert load(WORKFLOWS[0])[True]["push"] == {"branches": ["main"]}


def test_c13_job_conditions_use_no_matrix():
    """C13: a job's condition is decided before its matrix exists; GitHub refuses the whole file."""
    for file, name, found in jobs():
        assert "matrix." not in str(found.get("if", "")), f"{file}:{name}"


def test_c13_every_job_has_a_time_limit_and_a_fixed_runner():
    for file, name, found in jobs():
        assert 0 < found["timeout-minutes"] <= 60, f"{file}:{name}"
        assert re.fullmatch(r"ubuntu-\d\d\.\d\d", found["runs-on"])


def gitlab_job(name):
    """A job with what it extends, nearest last, as GitLab merges it."""
    document = load(GITLAB)
    merged, chain = {}, [name]
    while "extends" in document[chain[-1]]:
        chain.append(document[chain[-1]]["extends"])
    for link in reversed(chain):
        for key, value in document[link].items():
            both = isinstance(value, dict) and isinstance(merged.get(key), dict)
            merged[key] = merged[key] | value if both else value
    return merged


def test_c13_gitlab_has_the_same_stages():
    document = load(GITLAB)
    assert document["stages"] == ["check", "test", "plan", "dev", "prod"]
    for command in ("terraform fmt -check", "validate", "sh terraform/tests/run.sh", "-m pytest"):
        assert command in GITLAB.read_text()


@pytest.mark.parametrize(
    ("name", "environment"),
    [("plan-dev", "dev-plan"), ("plan-prod", "prod-plan"), ("deploy-dev", "dev"), ("deploy-prod", "prod")],
)
def test_c13_gitlab_signs_in_with_an_id_token_in_its_environment(name, environment):
    found = gitlab_job(name)
    assert found["id_tokens"] == {"AWS_ID_TOKEN": {"aud": "sts.amazonaws.com"}}
    assert found["environment"]["name"] == environment
    assert found["variables"]["DEPLOY_ENVIRONMENT"] == environment.removesuffix("-plan")
    assert "AWS_DEPLOY_ENABLED" in found["rules"][0]["if"]


def test_c13_gitlab_prod_is_started_by_hand():
    rule = gitlab_job("deploy-prod")["rules"][0]
    assert rule["when"] == "manual" and "$CI_DEFAULT_BRANCH" in rule["if"]


def test_c13_gitlab_images_have_fixed_versions():
    images = re.findall(r"(?:image|name): ([\w./-]+:[\w.-]+)$", GITLAB.read_text(), re.MULTILINE)
    assert len(images) == 3
    for image in images:
        assert re.search(r":\d+\.\d+\.\d+", image), image


def test_c13_the_terraform_tests_that_the_pipelines_run_exist():
    assert (TEMPLATES / "terraform" / "tests" / "run.sh").is_file()
