#!/usr/bin/env bash
# Deploy one stack into one environment: scripts/deploy.sh <stack> <environment> [plan|apply|destroy]
#
# apply (the default) does whatever is still missing, in this order: the bucket for the Terraform state, the image
# repositories, the images, everything else. Run again, it changes only what differs. Where there is a foundation, which holds
# what the stacks share, it is deployed first and destroyed last.
#
# Environment variables
#   IMAGE_URI         use this image instead of building one (a stack with services/<stack>/Dockerfile)
#   IMAGE_URIS        the same for several (services/<stack>/<image>/Dockerfile): a JSON object, {"<image>": "<uri by digest>", ...}
#   AUTO_APPROVE=1    do not ask before applying (always so when CI is set)
#   CONFIRM_DESTROY   <stack>/<environment>, to destroy without being asked
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }
refuse() {
  say "deploy: $*"
  exit 1
}

if [[ $# -lt 2 || $# -gt 3 ]]; then
  say "usage: scripts/deploy.sh <stack> <environment> [plan|apply|destroy]"
  exit 2
fi
stack="$1"
environment="$2"
action="${3:-apply}"
if [[ ! "$stack" =~ ^[a-z][a-z0-9-]*$ || ! "$environment" =~ ^[a-z][a-z0-9-]*$ ]]; then
  refuse "stack and environment are names such as inference-api and dev, not '$stack' and '$environment'."
fi
[[ "$action" =~ ^(plan|apply|destroy)$ ]] || refuse "the action must be plan, apply or destroy, not '$action'."

cd "$(dirname "${BASH_SOURCE[0]}")/.."
settings="terraform/environments/$environment"
[[ -d "terraform/stacks/$stack" ]] || refuse "there is no terraform/stacks/$stack in this repository."
for file in "$stack.tfvars.json" backend.hcl bootstrap.tfvars.json; do
  [[ -f "$settings/$file" ]] || refuse "there is no $settings/$file; check the name of the environment."
done
for tool in python3 aws terraform; do
  command -v "$tool" >/dev/null || refuse "$tool is not installed or not on the PATH; install it and try again."
done

variable() {
  python3 -c 'import json, sys; print(json.load(open(sys.argv[1], encoding="utf-8"))[sys.argv[2]])' "$1" "$2"
}
account="$(variable "$settings/bootstrap.tfvars.json" account_id)"
region="$(variable "$settings/bootstrap.tfvars.json" region)"
state_bucket="$(variable "$settings/bootstrap.tfvars.json" state_bucket_name)"

# The command line asks for a region even where the account is all it is asked for.
if ! identity="$(aws sts get-caller-identity --region "$region" --query Account --output text 2>&1)"; then
  refuse "AWS does not know you: log in (for example: aws sso login) or set AWS_PROFILE, then try again. AWS said: $identity"
fi
[[ "$identity" == "$account" ]] ||
  refuse "your credentials are for account $identity, but $environment lives in account $account; switch AWS_PROFILE."

in_stack() { terraform -chdir="terraform/stacks/$stack" "$@"; }
# How many images the stack is made of, as build-and-push.sh sees it, and the variable that takes them.
images="none" image_variable="image_uri" image="${IMAGE_URI:-}"
if [[ -f "services/$stack/Dockerfile" ]]; then
  images="one"
elif compgen -G "services/$stack/*/Dockerfile" >/dev/null; then
  images="several" image_variable="image_uris" image="${IMAGE_URIS:-}"
fi
# Name and URL of each image repository, one to a line; nothing until all of them exist. Asked too early, Terraform answers
# with a warning in place of the value, as a success.
repositories() {
  local url
  if [[ "$images" == "several" ]]; then
    { in_stack output -json ecr_repository_urls 2>/dev/null || true; } | python3 -c '
import json, pathlib, sys
try:
    urls = json.load(sys.stdin)
    wanted = sorted(file.parent.name for file in pathlib.Path(sys.argv[2]).glob("*/Dockerfile"))
    lines = [f"{name} {urls[name]}" for name in wanted if urls[name].startswith(sys.argv[1])]
except (AttributeError, KeyError, TypeError, ValueError):
    sys.exit()
if len(lines) == len(wanted):
    print("\n".join(lines))
' "$account.dkr.ecr." "services/$stack"
    return
  fi
  url="$(in_stack output -raw ecr_repository_url 2>/dev/null)" || return 0
  if [[ "$url" == "$account.dkr.ecr."*/* && "$url" != *$'\n'* ]]; then printf -- '- %s\n' "$url"; fi
}
variables=("-var-file=../../environments/$environment/$stack.tfvars.json")

approve=""
if [[ -n "${CI:-}" || "${AUTO_APPROVE:-}" == 1 ]]; then approve="-auto-approve"; fi
if [[ -n "${CI:-}" ]]; then export TF_INPUT=0 TF_IN_AUTOMATION=1; fi

ensure_state_bucket() {
  local problem
  if problem="$(aws s3api head-bucket --bucket "$state_bucket" --region "$region" 2>&1 >/dev/null)"; then return; fi
  # Only a bucket that is known to be absent may be created; anything else is a problem of access.
  [[ "$problem" == *404* ]] ||
    refuse "the state bucket $state_bucket cannot be reached: ${problem:-no reason given}. Check your role and network."
  [[ "$action" == "apply" ]] ||
    refuse "the state bucket $state_bucket does not exist: nothing is deployed in $environment yet."
  # The state of the bucket itself is a local file, and a CI machine would throw it away.
  [[ -z "${CI:-}" ]] ||
    refuse "the state bucket $state_bucket does not exist yet; run scripts/deploy.sh $stack $environment once on your own machine."
  say "Creating the state bucket $state_bucket"
  terraform -chdir=terraform/bootstrap init -input=false -lockfile=readonly >&2
  # One workspace per environment, so that the second environment does not replace the first one's bucket.
  terraform -chdir=terraform/bootstrap workspace select -or-create=true "$environment" >&2
  terraform -chdir=terraform/bootstrap apply ${approve:+"$approve"} \
    -var-file="../environments/$environment/bootstrap.tfvars.json" >&2
}

# What a plan should assume where no image is given: the newest pushed ones, else none.
newest_images() {
  local name url digest found=()
  while read -r name url; do
    digest="$(aws ecr describe-images --region "$region" --repository-name "${url#*/}" \
      --query 'sort_by(imageDetails,&imagePushedAt)[-1].imageDigest' --output text 2>/dev/null </dev/null)" || digest=""
    if [[ "$digest" == sha256:* ]]; then found+=("$name" "$url@$digest"); fi
  done < <(repositories)
  [[ ${#found[@]} -gt 0 ]] || return 0
  if [[ "$images" == "one" ]]; then
    printf '%s' "${found[1]}"
  else
    python3 -c 'import json, sys; names = sys.argv[1:]; print(json.dumps(dict(zip(names[::2], names[1::2]))))' "${found[@]}"
  fi
}

# A stack in the shared network is told which it is; the foundation knows.
hand_on_shared_network() {
  local source network
  source="$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1], encoding="utf-8")).get("network_source", "own"))' \
    "$settings/$stack.tfvars.json")"
  [[ "$source" == "shared" ]] || return 0
  [[ -f "$settings/foundation.tfvars.json" && -d terraform/stacks/foundation ]] ||
    refuse "$settings/$stack.tfvars.json says network_source \"shared\", but this repository has no foundation in $environment; set it to \"own\"."
  terraform -chdir=terraform/stacks/foundation init -reconfigure -input=false -lockfile=readonly \
    -backend-config="../../environments/$environment/backend.hcl" >&2
  network="$(terraform -chdir=terraform/stacks/foundation output -json shared_network 2>/dev/null)" || network=""
  # Asked too early, Terraform answers with a warning in place of the value, as a success.
  [[ "$network" == "{"* ]] ||
    refuse "the shared network of $environment does not exist yet. Deploy the foundation first: scripts/deploy.sh foundation $environment
  (with \"shared_network\": true in $settings/foundation.tfvars.json)"
  variables+=("-var=shared_network=$network")
}

ensure_state_bucket
hand_on_shared_network
in_stack init -reconfigure -input=false -lockfile=readonly -backend-config="../../environments/$environment/backend.hcl" >&2

case "$action" in
  plan)
    if [[ -z "$image" && "$images" != none ]]; then image="$(newest_images)"; fi
    in_stack plan -input=false "${variables[@]}" ${image:+-var "$image_variable=$image"}
    ;;
  apply)
    if [[ -z "$image" && "$images" != none ]]; then
      if [[ -z "$(repositories)" ]]; then
        say "Creating the image repositories of $stack"
        in_stack apply ${approve:+"$approve"} "${variables[@]}" -target=module.image_repository >&2
      fi
      image="$(scripts/build-and-push.sh "$stack" "$environment")"
    fi
    in_stack apply ${approve:+"$approve"} "${variables[@]}" ${image:+-var "$image_variable=$image"}
    ;;
  destroy)
    if [[ "${CONFIRM_DESTROY:-}" != "$stack/$environment" ]]; then
      [[ -z "${CI:-}" ]] || refuse "to destroy from CI, set CONFIRM_DESTROY=$stack/$environment."
      say "This destroys $stack in $environment (account $account), with its data where force_destroy is set."
      printf 'Type %s/%s to go on: ' "$stack" "$environment" >&2
      read -r answer
      [[ "$answer" == "$stack/$environment" ]] || refuse "nothing was destroyed."
    fi
    if [[ "$images" != none && -z "$image" ]]; then image="$(newest_images)"; fi
    in_stack destroy -auto-approve "${variables[@]}" ${image:+-var "$image_variable=$image"}
    say "Destroyed. The state bucket $state_bucket stays; docs/operations.md says how to remove it."
    ;;
esac
