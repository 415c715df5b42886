#!/usr/bin/env bash
# Build the image of a stack, push it, and print its URI by digest: scripts/build-and-push.sh <stack> <environment>
#
# Standard output is that one line, so that it can be handed to Terraform:
#   image_uri="$(scripts/build-and-push.sh inference-api dev)"
# Everything else goes to standard error.
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }
refuse() {
  say "build-and-push: $*"
  exit 1
}

if [[ $# -ne 2 ]]; then
  say "usage: scripts/build-and-push.sh <stack> <environment>"
  exit 2
fi
stack="$1"
environment="$2"
if [[ ! "$stack" =~ ^[a-z][a-z0-9-]*$ || ! "$environment" =~ ^[a-z][a-z0-9-]*$ ]]; then
  refuse "stack and environment are names such as inference-api and dev, not '$stack' and '$environment'."
fi

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
variables="$root/terraform/environments/$environment/$stack.tfvars.json"
source_folder="$root/services/$stack"
stack_folder="$root/terraform/stacks/$stack"

[[ -f "$variables" ]] || refuse "there is no $variables; check the names of stack and environment."
[[ -f "$source_folder/Dockerfile" ]] || refuse "there is no $source_folder/Dockerfile; the stack $stack has no image to build."
for tool in python3 git aws terraform docker; do
  command -v "$tool" >/dev/null || refuse "$tool is not installed or not on the PATH; install it and try again."
done
docker info >/dev/null 2>&1 || refuse "the Docker daemon does not answer; start Docker (or give your user access to it) and try again."

# The value of a string variable in the tfvars file, or the given default where it is absent or null.
variable() {
  python3 -c '
import json, sys
value = json.load(open(sys.argv[1], encoding="utf-8")).get(sys.argv[2])
print(sys.argv[3] if value is None else value)
' "$variables" "$1" "${2-}"
}

account="$(variable account_id)"
region="$(variable region)"
case "$(variable architecture x86_64)" in
  x86_64) platform="linux/amd64" ;;
  arm64) platform="linux/arm64" ;;
  *) refuse "architecture in $variables must be x86_64 or arm64." ;;
esac
[[ -n "$account" && -n "$region" ]] || refuse "$variables must set account_id and region."

# The command line asks for a region even where the account is all it is asked for.
if ! identity="$(aws sts get-caller-identity --region "$region" --query Account --output text 2>&1)"; then
  refuse "AWS does not know you: log in (for example: aws sso login) or set AWS_PROFILE, then try again. AWS said: $identity"
fi
[[ "$identity" == "$account" ]] ||
  refuse "your credentials are for account $identity, but $environment lives in account $account; switch AWS_PROFILE."

commit="$(git -C "$root" rev-parse --short=12 HEAD 2>/dev/null)" ||
  refuse "this is not a git repository with a commit; images are named by commit, so commit first."
tag="$commit"
if [[ -n "$(git -C "$root" status --porcelain)" ]]; then
  [[ "$environment" != "prod" ]] ||
    refuse "there are uncommitted changes; prod gets only what is committed. Commit or discard them (git status)."
  tag="$commit-dirty"
fi

repository_url="$(terraform -chdir="$stack_folder" output -raw ecr_repository_url 2>/dev/null)" || repository_url=""
registry="$account.dkr.ecr.$region.amazonaws.com"
[[ "$repository_url" == "$registry/"* ]] ||
  refuse "Terraform knows no image repository of $stack in $registry yet. Create it first:
  terraform -chdir=terraform/stacks/$stack init -reconfigure -backend-config=../../environments/$environment/backend.hcl
  terraform -chdir=terraform/stacks/$stack apply -var-file=../../environments/$environment/$stack.tfvars.json -target=module.image_repository"
repository="${repository_url#"$registry/"}"

pushed_digest() {
  aws ecr describe-images --region "$region" --registry-id "$account" --repository-name "$repository" \
    --image-ids "imageTag=$tag" --query 'imageDetails[0].imageDigest' --output text 2>/dev/null
}

# The same commit is the same image, and an immutable tag could not be pushed a second time.
if [[ "$tag" == "$commit" ]] && digest="$(pushed_digest)" && [[ "$digest" == sha256:* ]]; then
  say "The image of commit $commit is already in $repository."
  printf '%s@%s\n' "$repository_url" "$digest"
  exit 0
fi

say "Logging in to $registry"
aws ecr get-login-password --region "$region" |
  docker login --username AWS --password-stdin "$registry" >&2 ||
  refuse "the login to $registry failed; your role needs ecr:GetAuthorizationToken."

say "Building $source_folder for $platform"
# Without attestations: Lambda accepts a single manifest, not the index that attestations make of it.
docker buildx build --platform "$platform" --provenance=false --sbom=false --load \
  --tag "$repository_url:$tag" "$source_folder" >&2 ||
  refuse "the build failed; its output is above. For another architecture than this machine's, Docker needs QEMU."

say "Pushing $repository_url:$tag"
docker push "$repository_url:$tag" >&2 || refuse "the push failed; your role needs write access to $repository."

digest="$(pushed_digest)" || digest=""
[[ "$digest" == sha256:* ]] || refuse "the image was pushed, but $repository does not list the tag $tag; try again."
printf '%s@%s\n' "$repository_url" "$digest"
