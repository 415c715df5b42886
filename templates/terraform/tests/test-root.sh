#!/bin/sh
# Tests one root of the copy that run.sh makes, and prints what came of it in one piece: others run beside it.
#   tests/test-root.sh <copy> <root>
# Leaves <root> in <copy>/failed when a test failed.
set -u

copy=$1
root=$2
log="$copy/$(echo "$root" | tr / -).log"
began=$(date +%s)

{
  terraform -chdir="$copy/$root" init -backend=false -input=false -no-color >"$log.init" || {
    cat "$log.init"
    false
  }
} >"$log" 2>&1 && terraform -chdir="$copy/$root" test >>"$log" 2>&1 || echo "$root" >>"$copy/failed"

# A folder can be made by one at a time only.
until mkdir "$copy/printing" 2>/dev/null; do sleep 0.1; done
echo "== $root ($(($(date +%s) - began)) s)"
cat "$log"
rmdir "$copy/printing"
