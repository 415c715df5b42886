"""A9: the documents of a repository render for every host, and their commands are those that exist."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from conftest import TEMPLATES

SOURCE = TEMPLATES / "repository"
PROJECT = TEMPLATES.parent
# The same engine and options as the scaffolder's render action.
RENDER = """
import { createTemplateRenderer } from 'nunjitsu';
import { readFileSync } from 'node:fs';
const { values, files, parts } = JSON.parse(readFileSync(0, 'utf8'));
const renderer = createTemplateRenderer({ trimBlocks: true, lstripBlocks: true });
const render = (file, values) => renderer.render(readFileSync(file, 'utf8'), renderer.prepareContext({ values }));
const stacks = values.stacks.map(stack => {
  const own = Object.entries(parts[stack.id]);
  return { ...stack, parts: Object.fromEntries(own.map(([name, file]) => [name, render(file, { ...values, stack })])) };
});
console.log(JSON.stringify(files.map(file => render(file, { ...values, stacks }))));
"""
DEV = {"name": "dev", "accountId": "123456789012", "region": "eu-central-1", "monthlyBudgetUsd": 50}
PROD = {"name": "prod", "accountId": "210987654321", "region": "eu-west-1", "monthlyBudgetUsd": 200}
ENVIRONMENTS = [DEV | {"stateBucket": "state-dev"}, PROD | {"stateBucket": "state-prod"}]
VALUES = {
    "name": "bird-calls",
    "team": "audio",
    "description": 'Finds: "birds" #1 in sound',
    "owner": "group:default/audio-team",
    "ownerName": "audio-team",
    "alertEmails": ["birds@example.com"],
    "entityRef": "component:default/bird-calls",
    "templateVersion": "0.1.0",
    "awsNames": ["bird-calls"],
}
JWT = {"type": "jwt", "issuer": "https://login.example.com/", "audience": ["one", "two"]}
INFERENCE = {
    "id": "inference-api", "title": "Inference API", "description": "x", "images": "one",
    "inputs": {"apiKeyRequired": {"dev": False, "prod": True}},
}  # fmt: skip
PIPELINE = {
    "id": "compression-pipeline", "title": "Compression pipeline", "description": "x", "images": "several",
    "inputs": {"authorizer": {"type": "iam", "audience": []}, "staticSite": False},
}  # fmt: skip
PREDICTOR = {
    "id": "predictor", "title": "Predictor service", "description": "x", "images": "one",
    "inputs": {"authorizer": {"type": "iam", "audience": []}, "blueGreen": {"dev": False, "prod": False}},
}  # fmt: skip
CHURN = {
    "id": "churn", "title": "Churn prediction", "description": "x", "images": "several",
    "inputs": {
        "authorizer": {"dev": "iam", "prod": "iam"}, "blueGreen": {"dev": False, "prod": False},
        "certificateArn": {"dev": None, "prod": "arn"}, "optionalPermissions": {}, "uiAllowedCidrs": ["203.0.113.0/24"],
    },
}  # fmt: skip
OPEN_CHURN = CHURN["inputs"] | {
    "authorizer": {"dev": "none", "prod": "iam"}, "blueGreen": {"dev": False, "prod": True},
    "optionalPermissions": {"metricsNamespace": "Birds", "parameterPath": "/birds"}, "uiAllowedCidrs": ["0.0.0.0/0"],
}  # fmt: skip
BASELINE = {
    "id": "platform-baseline", "title": "Platform baseline", "description": "x", "images": "one",
    "inputs": {
        "serving": {"dev": "lambda", "prod": "lambda"}, "databaseEngine": {"dev": "dynamodb", "prod": "dynamodb"},
        "blueGreen": {"dev": False, "prod": False}, "backups": {"dev": False, "prod": False}, "auditTrail": "here",
        "apiKeyRequired": {"dev": False, "prod": True}, "vpcCidr": {"dev": "10.50.0.0/20", "prod": "10.51.0.0/20"},
        "backupRetentionDays": {"dev": 7, "prod": 14}, "maxBatchItems": 100,
    },
}  # fmt: skip
TASKS = BASELINE["inputs"] | {
    "serving": {"dev": "lambda", "prod": "ecs"}, "databaseEngine": {"dev": "dynamodb", "prod": "postgres"},
    "blueGreen": {"dev": False, "prod": True}, "backups": {"dev": False, "prod": True}, "auditTrail": "elsewhere",
    "apiKeyRequired": {"dev": True, "prod": True},
}  # fmt: skip
STACKS = {
    "inference": [INFERENCE],
    "pipeline": [PIPELINE],
    "jwt": [PIPELINE | {"inputs": {"authorizer": JWT, "staticSite": True}}],
    "both": [INFERENCE, PIPELINE],
    "churn": [CHURN],
    "open-churn": [CHURN | {"inputs": OPEN_CHURN}],
    "predictor": [PREDICTOR],
    "baseline": [BASELINE],
    "tasks": [BASELINE | {"inputs": TASKS}],
    "blue-green": [PREDICTOR | {"inputs": {"authorizer": JWT, "blueGreen": {"dev": False, "prod": True}}}],
}
HOSTS = {
    "github": {"host": "github.com", "owner": "acme", "name": "bird-calls"},
    "gitlab": {"host": "gitlab.com", "owner": "acme/ml", "name": "bird-calls"},
    "local": {"host": "", "owner": "", "name": ""},
}


KINDS = [("inference", "local", 1), ("pipeline", "local", 2), ("jwt", "github", 1), ("both", "gitlab", 2)]
KINDS += [("inference", host, 2) for host in HOSTS] + [("pipeline", host, 1) for host in HOSTS]
KINDS += [("churn", "local", 1), ("open-churn", "github", 2)]
KINDS += [("baseline", "local", 1), ("tasks", "gitlab", 1), ("tasks", "github", 2)]
KINDS += [("predictor", "local", 2), ("blue-green", "gitlab", 2), ("blue-green", "github", 1)]


@pytest.fixture(scope="module", params=KINDS, ids=str)
def rendered(request):
    """Every rendered file by its path."""
    stacks, host, count = request.param
    if not (shutil.which("node") and (PROJECT / "node_modules" / "nunjitsu").is_dir()):
        if os.environ.get("CI"):
            pytest.fail("node and node_modules/nunjitsu are needed to render the documents; run npm test once")
        pytest.skip("node or node_modules/nunjitsu is not installed")
    chosen = {"environments": ENVIRONMENTS[:count], "hasProd": count > 1}
    values = VALUES | chosen | {"host": host, "repository": HOSTS[host], "stacks": STACKS[stacks]}
    files = sorted(file for file in SOURCE.rglob("*.njk") if "stacks" not in file.relative_to(SOURCE).parts)
    parts = {
        stack["id"]: {file.name.partition(".")[0]: str(file) for file in (SOURCE / "stacks" / stack["id"]).glob("*.njk")}
        for stack in values["stacks"]
    }
    done = subprocess.run(
        ["node", "--input-type=module", "-e", RENDER],
        input=json.dumps({"values": values, "files": [str(file) for file in files], "parts": parts}),
        capture_output=True, text=True, cwd=PROJECT, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    names = [str(file.relative_to(SOURCE)).removesuffix(".njk") for file in files]
    return values, dict(zip(names, json.loads(done.stdout), strict=True))


def commands(text: str) -> str:
    return "\n".join(re.findall(r"```(?:bash|sh)\n(.*?)```", text, re.DOTALL))


def test_a9_all_documents_are_there(rendered):
    _, files = rendered
    assert set(files) == {
        "CODEOWNERS", "QUICKSTART.md", "README.md", "mkdocs.yml",
        "docs/ci-access.md", "docs/index.md", "docs/operations.md", "docs/troubleshooting.md",
    }  # fmt: skip


def test_a9_nothing_is_left_unrendered(rendered):
    _, files = rendered
    for name, text in files.items():
        assert not re.search(r"\$\{\{|\{%|\{#|undefined|\[object", text), name


@pytest.mark.parametrize("section", ["Architecture", "Deployment", "Variables", "Security", "Troubleshooting", "Cost"])
def test_a9_the_readme_has_every_section(rendered, section):
    assert re.search(rf"^## {section}$", rendered[1]["README.md"], re.MULTILINE)


def test_a9_the_readme_deploys_every_environment_by_commands(rendered):
    values, files = rendered
    text = commands(files["README.md"])
    for environment in values["environments"]:
        name = environment["name"]
        for stack in values["stacks"]:
            variable = "image_uris" if stack["images"] == "several" else "image_uri"
            for command in (
                f"terraform -chdir=terraform/bootstrap workspace select -or-create {name}",
                f"apply -var-file=../environments/{name}/bootstrap.tfvars.json",
                f"init -reconfigure -backend-config=../../environments/{name}/backend.hcl",
                f"-var-file=../../environments/{name}/{stack['id']}.tfvars.json -target=module.image_repository",
                f'{variable}="$(scripts/build-and-push.sh {stack["id"]} {name})"',
                f'{stack["id"]}.tfvars.json -var {variable}="${variable}"',
                f"scripts/deploy.sh {stack['id']} {name}",
            ):
                assert command in text, command
    assert ("prod" in text) == (len(values["environments"]) > 1)


FOREIGN = {
    "inference-api": r"inference-api|audio\b|output_bucket_name",
    "compression-pipeline": r"compression-pipeline|/submit|state machine|job_table",
    "churn": r"stacks/churn|services/churn|sagemaker|ui_allowed_cidrs",
    "predictor": r"stacks/predictor|services/predictor|Cloud Map|fargate_base|backend_environment_variables",
    "platform-baseline": r"platform-baseline|model_bucket_name\)\"\n   aws s3 cp|failure-risk|backup_vault_name|database_name",
}


@pytest.mark.parametrize("stack", FOREIGN)
def test_a9_nothing_is_said_of_a_stack_that_was_not_chosen(rendered, stack):
    values, files = rendered
    text = "\n".join(files.values()).replace(values["description"], "").replace("audio-team", "")
    text = re.sub(r"\baudio-bird-calls|team audio\b", "", text)
    found = re.search(FOREIGN[stack], text)
    assert bool(found) == (stack in {chosen["id"] for chosen in values["stacks"]}), found


def test_a9_every_stack_has_the_same_parts():
    parts = {folder.name: {file.name for file in folder.iterdir()} for folder in (SOURCE / "stacks").iterdir()}
    assert set(parts) == set(FOREIGN)
    assert len({frozenset(names) for names in parts.values()}) == 1


def test_b1_documents_say_how_a_caller_proves_who_it_is(rendered):
    values, files = rendered
    for stack in values["stacks"]:
        if stack["id"] != "compression-pipeline":
            continue
        jwt = stack["inputs"]["authorizer"]["type"] == "jwt"
        assert ("Bearer" in files["QUICKSTART.md"]) == jwt
        assert ("--aws-sigv4" in files["QUICKSTART.md"]) != jwt
        assert (JWT["issuer"] in files["README.md"]) == jwt
        assert ("401" in files["docs/troubleshooting.md"]) == jwt
        assert ("static_site_url" in files["README.md"]) == stack["inputs"]["staticSite"]


@pytest.mark.parametrize("section", ["First push of the image", "Forced new deployment", "State migration", "Clean-up"])
def test_d8_the_predictor_says_how_it_is_operated(rendered, section):
    values, files = rendered
    found = re.search(rf"^### {section}\n.*?```bash\n", files["docs/operations.md"], re.MULTILINE | re.DOTALL)
    assert bool(found) == any(stack["id"] == "predictor" for stack in values["stacks"])


def test_e7_blue_green_is_spoken_of_where_it_was_chosen(rendered):
    values, files = rendered
    prod = len(values["environments"]) > 1
    chosen = any(prod and stack["inputs"]["blueGreen"]["prod"] for stack in values["stacks"] if "blueGreen" in stack["inputs"])
    assert ("aws deploy create-deployment" in files["docs/operations.md"]) == chosen


def test_d3_the_predictor_says_how_a_caller_proves_who_it_is(rendered):
    values, files = rendered
    for stack in values["stacks"]:
        if stack["id"] == "predictor":
            jwt = stack["inputs"]["authorizer"]["type"] == "jwt"
            assert ("Bearer" in files["QUICKSTART.md"]) == jwt
            assert ("--aws-sigv4" in files["QUICKSTART.md"]) != jwt
            assert (JWT["issuer"] in files["README.md"]) == jwt
            assert ("401" in files["docs/troubleshooting.md"]) == jwt


def test_e9_every_chosen_database_has_a_restore_by_commands(rendered):
    values, files = rendered
    environments = [environment["name"] for environment in values["environments"]]
    for stack in values["stacks"]:
        if stack["id"] == "platform-baseline":
            chosen = {stack["inputs"]["databaseEngine"][name] for name in environments}
            text = commands(files["docs/operations.md"])
            assert ("aws dynamodb restore-table-to-point-in-time" in text) == ("dynamodb" in chosen)
            assert ("aws rds restore-db-instance-to-point-in-time" in text) == ("postgres" in chosen)
            copies = any(stack["inputs"]["backups"][name] for name in environments)
            assert ("aws backup start-restore-job" in text) == copies


def test_e5_the_documents_say_whose_the_audit_trail_is(rendered):
    values, files = rendered
    for stack in values["stacks"]:
        if stack["id"] == "platform-baseline":
            here = stack["inputs"]["auditTrail"] == "here"
            assert ("aws cloudtrail validate-logs" in files["README.md"]) == here


def test_ch5_ch8_the_churn_stack_says_who_may_ask_and_who_may_look(rendered):
    values, files = rendered
    for stack in values["stacks"]:
        if stack["id"] == "churn":
            open_to_all = stack["inputs"]["authorizer"]["dev"] == "none"
            assert ("--aws-sigv4" in files["QUICKSTART.md"]) != open_to_all
            assert ("open to everybody" in files["README.md"]) == open_to_all
            assert ("which is everybody" in files["README.md"]) == open_to_all
            assert ("SSM parameters below `/birds`" in files["README.md"]) == open_to_all
            assert f"`{stack['inputs']['uiAllowedCidrs'][0]}`" in files["QUICKSTART.md"]


def test_a9_code_blocks_and_tables_are_whole(rendered):
    for name, text in rendered[1].items():
        assert text.count("```") % 2 == 0, name
        widths = None
        for line in text.splitlines():
            if line.startswith("|"):
                width = len(re.findall(r"(?<!\\)\|", line))
                assert widths in (None, width), f"{name}: {line}"
                widths = width
            else:
                widths = None


def test_a9_every_command_is_valid_shell(rendered):
    for name, text in rendered[1].items():
        for block in re.findall(r" *```(?:bash|sh)\n(.*?)```", text, re.DOTALL):
            block = re.sub(r"<[a-z][a-z -]*>", "value", block)
            done = subprocess.run(["bash", "-n"], input=block, capture_output=True, text=True, timeout=10, check=False)
            assert done.returncode == 0, f"{name}:\n{block}\n{done.stderr}"


def test_a9_links_lead_to_files_that_exist(rendered):
    values, files = rendered
    given = set(files) | {str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*") if path.is_file()}
    # Written from the choices, where a stack has requirements.
    if any(stack["id"] == "platform-baseline" for stack in values["stacks"]):
        given.add("docs/requirements.md")
    for name, text in files.items():
        for target in re.findall(r"\]\(([^)#]+)", text):
            if target.startswith("http"):
                continue
            path = os.path.normpath(Path(name).parent / target)
            assert path in given or re.match(r"terraform/(stacks|environments)/", path), f"{name}: {target}"


def test_a9_site_configuration_is_yaml_with_the_text_as_it_was(rendered):
    values, files = rendered
    document = yaml.safe_load(files["mkdocs.yml"])
    assert document["site_name"] == values["name"]
    assert document["site_description"] == values["description"]
    pages = [page for entry in document["nav"] for page in entry.values()]
    for page in pages:
        assert f"docs/{page}" in files or (SOURCE / "docs" / page).is_file()


def test_c13_access_is_bound_to_repository_and_environment(rendered):
    """C13: the trust policy of each role, as the document's own commands write it."""
    values, files = rendered
    text = files["docs/ci-access.md"]
    blocks = re.findall(r"```bash\n(.*?)```", text, re.DOTALL)
    chosen = [b for b in blocks if re.match(r"export (ENVIRONMENT=dev|ISSUER|PROJECT|PLAN_SUBJECT)|trust\(\)", b)]
    if values["host"] != "gitlab":
        chosen.insert(2, 'export REPOSITORY=acme/bird-calls SUBJECT="repo:acme@1/bird-calls@2"\n')
    text = "\n".join(chosen).replace("<group>", "acme")
    script = f'aws() {{ :; }}\n{text}\ntrust "$PLAN_SUBJECT"; echo; echo ---; trust "$APPLY_SUBJECT"\n'
    done = subprocess.run(["bash", "-euc", script], capture_output=True, text=True, timeout=10, check=False)
    assert done.returncode == 0, done.stderr
    plan, apply = (json.loads(part)["Statement"][0] for part in done.stdout.split("---"))
    for role in (plan, apply):
        assert role["Action"] == "sts:AssumeRoleWithWebIdentity"
        assert role["Principal"]["Federated"].startswith("arn:aws:iam::123456789012:oidc-provider/")
    issuer = plan["Principal"]["Federated"].partition("oidc-provider/")[2]
    conditions = [role["Condition"] for role in (plan, apply)]
    subjects = [(found.get("StringLike") or found["StringEquals"])[f"{issuer}:sub"] for found in conditions]
    assert all(found["StringEquals"][f"{issuer}:aud"] == "sts.amazonaws.com" for found in conditions)
    if values["host"] == "gitlab":
        assert subjects[0].endswith("/bird-calls:ref_type:branch:ref:*")
        assert subjects[1].endswith("/bird-calls:ref_type:branch:ref:main")
    else:
        prefix = "repo:acme@1/bird-calls@2:environment:"
        assert subjects == [f"{prefix}dev-plan", f"{prefix}dev"]


def test_c13_the_policies_of_the_document_are_json(rendered):
    text = rendered[1]["docs/ci-access.md"]
    policies = re.findall(r"cat > (?:plan|apply)-policy\.json <<JSON\n(.*?)\nJSON", text, re.DOTALL)
    assert len(policies) == 2
    for policy in policies:
        for statement in json.loads(policy)["Statement"]:
            assert statement["Effect"] == "Deny" or statement["Action"] != "*"


def test_c13_owners_are_named_where_the_host_is_known(rendered):
    values, files = rendered
    active = [line for line in files["CODEOWNERS"].splitlines() if line and not line.startswith("#")]
    owner = values["repository"]["owner"]
    assert active == ([f"* @{owner}/audio-team"] if owner else [])
