#!/bin/sh
# Tests everything beside this folder, without an AWS account: formatting, every module, every stack and the bootstrap.
#   tests/run.sh            all
#   tests/run.sh modules    only modules; also: stacks, bootstrap
# The modules' tests run in one Terraform root, since starting the provider costs more than a test. Works on a copy, so
# that nothing is left behind here.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
what=${1:-all}
failed=
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

test_root() {
  echo "== $1"
  terraform -chdir="$copy/$1" init -backend=false -input=false -no-color >"$work/init.log" || {
    cat "$work/init.log" >&2
    exit 1
  }
  terraform -chdir="$copy/$1" test || failed="$failed $1"
}

case $what in
all | modules | stacks | bootstrap) ;;
*)
  echo "tests/run.sh: \"$what\" is none of all, modules, stacks, bootstrap." >&2
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

if [ "$what" = all ] || [ "$what" = modules ]; then
  # Every run names its module as ../<module>, which is the same place from this root as from the module's own folder.
  mkdir -p "$copy/modules/all/tests"
  cp "$copy"/modules/*/tests/*.tftest.hcl "$copy/modules/all/tests/"
  cp "$copy/bootstrap/versions.tf" "$copy/bootstrap/.terraform.lock.hcl" "$copy/modules/all/"
  test_root modules/all
fi

if [ "$what" = all ] || [ "$what" = stacks ]; then
  for stack in "$copy"/stacks/*/; do
    test_root "stacks/$(basename "$stack")"
  done
fi

if [ "$what" = all ] || [ "$what" = bootstrap ]; then
  test_root bootstrap
fi

if [ -n "$failed" ]; then
  echo "Failed:$failed" >&2
  exit 1
fi
