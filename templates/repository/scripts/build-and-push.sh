#!/usr/bin/env bash
# Build the images of a stack, push them, and print their URIs by digest: scripts/build-and-push.sh <stack> <environment>
#
# services/<stack>/Dockerfile is one image, and standard output is its URI. services/<stack>/<image>/Dockerfile are several,
# built with services/<stack> as their context, and standard output is a JSON object with the URI of each. Either is one line,
# so that it can be handed to Terraform:
#   image_uri="$(scripts/build-and-push.sh <stack> dev)"     or     image_uris="$(scripts/build-and-push.sh <stack> dev)"
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
# The only image of a stack has no name of its own.
images=("")
if [[ ! -f "$source_folder/Dockerfile" ]]; then
  images=()
  for dockerfile in "$source_folder"/*/Dockerfile; do
    [[ -f "$dockerfile" ]] || refuse "there is no Dockerfile in $source_folder or a folder of it; the stack $stack has no image to build."
    image="${dockerfile%/Dockerfile}"
    image="${image##*/}"
    [[ "$image" =~ ^[a-z][a-z0-9-]*$ ]] || refuse "the folder $image is no name for an image; use lowercase letters, digits and hyphens."
    images+=("$image")
  done
fi
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

registry="$account.dkr.ecr.$region.amazonaws.com"

# What Terraform calls the repository of an image, or of the only one; empty where it knows none.
repository_url() {
  if [[ -z "$1" ]]; then
    terraform -chdir="$stack_folder" output -raw ecr_repository_url 2>/dev/null || true
  else
    { terraform -chdir="$stack_folder" output -json ecr_repository_urls 2>/dev/null || true; } | python3 -c '
import json, sys
try:
    print(json.load(sys.stdin).get(sys.argv[1], ""))
except (AttributeError, ValueError):
    print("")
' "$1"
  fi
}

pushed_digest() {
  aws ecr describe-images --region "$region" --registry-id "$account" --repository-name "${1#"$registry/"}" \
    --image-ids "imageTag=$tag" --query 'imageDetails[0].imageDigest' --output text 2>/dev/null
}

logged_in=""
log_in() {
  [[ -z "$logged_in" ]] || return 0
  say "Logging in to $registry"
  aws ecr get-login-password --region "$region" |
    docker login --username AWS --password-stdin "$registry" >&2 ||
    refuse "the login to $registry failed; your role needs ecr:GetAuthorizationToken."
  logged_in="yes"
}

# Sets `uri`. $1 is the image's URL without tag; the rest goes to docker build.
build_and_push() {
  local url="$1" digest
  shift
  # The same commit is the same image, and an immutable tag could not be pushed a second time.
  if [[ "$tag" == "$commit" ]] && digest="$(pushed_digest "$url")" && [[ "$digest" == sha256:* ]]; then
    say "The image of commit $commit is already in ${url#"$registry/"}."
    uri="$url@$digest"
    return
  fi
  log_in
  say "Building ${url#"$registry/"} for $platform"
  # Without attestations: Lambda accepts a single manifest, not the index that attestations make of it.
  docker buildx build --platform "$platform" --provenance=false --sbom=false --load \
    --tag "$url:$tag" "$@" >&2 ||
    refuse "the build failed; its output is above. For another architecture than this machine's, Docker needs QEMU."
  say "Pushing $url:$tag"
  docker push "$url:$tag" >&2 || refuse "the push failed; your role needs write access to ${url#"$registry/"}."
  digest="$(pushed_digest "$url")" || digest=""
  [[ "$digest" == sha256:* ]] || refuse "the image was pushed, but ${url#"$registry/"} does not list the tag $tag; try again."
  uri="$url@$digest"
}

# Every repository is there before the first build: a build that cannot be pushed is time lost.
urls=()
for image in "${images[@]}"; do
  url="$(repository_url "$image")"
  [[ "$url" == "$registry/"* ]] ||
    refuse "Terraform knows no image repository of $stack${image:+/$image} in $registry yet. Create it first:
  terraform -chdir=terraform/stacks/$stack init -reconfigure -backend-config=../../environments/$environment/backend.hcl
  terraform -chdir=terraform/stacks/$stack apply -var-file=../../environments/$environment/$stack.tfvars.json -target=module.image_repository"
  urls+=("$url")
done

if [[ -z "${images[0]}" ]]; then
  build_and_push "${urls[0]}" "$source_folder"
  printf '%s\n' "$uri"
  exit 0
fi
uris=()
for index in "${!images[@]}"; do
  image="${images[index]}"
  build_and_push "${urls[index]}" --file "$source_folder/$image/Dockerfile" "$source_folder"
  uris+=("$image" "$uri")
done
python3 -c 'import json, sys; names = sys.argv[1:]; print(json.dumps(dict(zip(names[::2], names[1::2]))))' "${uris[@]}"
