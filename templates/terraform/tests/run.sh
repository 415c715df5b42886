#!/bin/sh
# Tests everything beside this folder, without an AWS account: formatting, every module, every stack and the bootstrap.
#   tests/run.sh            all
#   tests/run.sh modules    only modules; also: stacks, bootstrap
# The modules' tests run in two Terraform roots, since starting the provider costs more than a test. MLINFRA_TEST_JOBS
# roots run at once, 2 unless said. Works on a copy, so that nothing is left behind here.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
what=${1:-all}
jobs=${MLINFRA_TEST_JOBS:-2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

copy="$work/terraform"
mkdir "$copy"
for part in modules stacks bootstrap tests environments; do
  [ ! -d "$here/$part" ] || cp -R "$here/$part" "$copy/"
done
# What a stack reads of its service.
for part in contract.json model/model.tar.gz; do
  for file in "$here"/../services/*/"$part"; do
    [ -f "$file" ] || continue
    folder="$work/services/$(basename "${file%/"$part"}")/$(dirname "$part")"
    mkdir -p "$folder"
    cp "$file" "$folder/"
  done
done
find "$copy" \( -name .terraform -o -name '*_override.tf' -o -name 'terraform.tfstate*' \) -prune -exec rm -rf {} +

# The roots would share one data folder.
unset TF_DATA_DIR

# Without a cache every root would fetch the provider anew.
if [ -z "${TF_PLUGIN_CACHE_DIR:-}" ]; then
  mkdir "$work/plugins"
  export TF_PLUGIN_CACHE_DIR="$work/plugins"
fi

case $what in
all | modules | stacks | bootstrap) ;;
*)
  echo "tests/run.sh: \"$what\" is none of all, modules, stacks, bootstrap." >&2
  exit 2
  ;;
esac
case $jobs in
'' | 0 | *[!0-9]*)
  echo "tests/run.sh: MLINFRA_TEST_JOBS is \"$jobs\"; give a whole number of at least 1." >&2
  exit 2
  ;;
esac

if [ "$what" = all ]; then
  echo "== terraform fmt"
  terraform fmt -check -recursive "$here" || {
    echo "These files are not formatted; run: terraform fmt -recursive" >&2
    exit 1
  }
fi

# The longest first, so that none of them is left alone at the end.
roots=

if [ "$what" = all ] || [ "$what" = modules ]; then
  # Every run names its module as ../<module>, which is the same place from these roots as from the module's own folder.
  for half in 1 2; do
    mkdir -p "$copy/modules/all-$half/tests"
    cp "$copy/bootstrap/versions.tf" "$copy/bootstrap/.terraform.lock.hcl" "$copy/modules/all-$half/"
  done
  half=1
  for tests in "$copy"/modules/*/tests/*.tftest.hcl; do
    cp "$tests" "$copy/modules/all-$half/tests/"
    half=$((3 - half))
  done
  roots="modules/all-1 modules/all-2"
fi

if [ "$what" = all ] || [ "$what" = stacks ]; then
  for stack in "$copy"/stacks/*/; do
    roots="$roots stacks/$(basename "$stack")"
  done
fi

if [ "$what" = all ] || [ "$what" = bootstrap ]; then
  roots="$roots bootstrap"
fi

# The cache takes a provider from one at a time only.
terraform -chdir="$copy/bootstrap" init -backend=false -input=false -no-color >"$work/init.log" || {
  cat "$work/init.log" >&2
  exit 1
}

# Their names hold no blanks.
# shellcheck disable=SC2086
printf '%s\n' $roots | xargs -n 1 -P "$jobs" "$here/tests/test-root.sh" "$copy"

if [ -f "$copy/failed" ]; then
  echo "Failed: $(sort "$copy/failed" | tr '\n' ' ')" >&2
  exit 1
fi
