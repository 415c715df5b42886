#!/usr/bin/env bash
# What this repository holds, as `name=<JSON>` lines for CI: scripts/discover.sh
#
#   roots        every folder that is planned and applied: stacks and bootstrap
#   services     every service with Python tests, its own or those of its images
#   deployments  [{stack, environment, region, architecture}], one for each variable file
#   dev, prod    the deployments of that environment but the foundation
#   dev_foundation, prod_foundation
#                the deployment of what the others share and which comes before them, or none
set -euo pipefail

command -v python3 >/dev/null || {
  printf 'discover: python3 is not installed or not on the PATH; install it and try again.\n' >&2
  exit 1
}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python3 - <<'PYTHON'
import json
from pathlib import Path

terraform = Path("terraform")
roots = {file.parent for area in ("stacks/*", "bootstrap") for file in terraform.glob(f"{area}/*.tf")}
services = sorted(
    folder.name for folder in Path("services").glob("*")
    if (folder / "requirements-dev.txt").is_file() and ((folder / "tests").is_dir() or any(folder.glob("*/tests/")))
)
deployments = []
for file in sorted(terraform.glob("environments/*/*.tfvars.json")):
    stack = file.name.removesuffix(".tfvars.json")
    if (terraform / "stacks" / stack).is_dir():
        values = json.loads(file.read_text(encoding="utf-8"))
        deployments.append({
            "stack": stack,
            "environment": file.parent.name,
            "region": values["region"],
            "architecture": values.get("architecture") or "x86_64",
        })
found = {"roots": sorted(str(root) for root in roots), "services": services, "deployments": deployments}
for environment in ("dev", "prod"):
    own = [entry for entry in deployments if entry["environment"] == environment]
    found[environment] = [entry for entry in own if entry["stack"] != "foundation"]
    found[f"{environment}_foundation"] = [entry for entry in own if entry["stack"] == "foundation"]
for name, value in found.items():
    print(f"{name}={json.dumps(value)}")
PYTHON
