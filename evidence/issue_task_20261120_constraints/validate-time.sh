#!/usr/bin/env bash
# How long `datalchemy validate` takes on a schema of 400 tables, 800 foreign keys and 650 CHECKs:
# what it says itself of reading and deciding, and the whole process.
# Usage: validate-time.sh [WORK_FOLDER]; needs a JDK 17, psql and GNU time. Runs on the server of
# DATABASE_URL, where it makes and drops the database datalchemy_validate, or on one that
# `datalchemy demo` starts. TABLES, KEYS, CHECKS and TURNS change the numbers.
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work" && cd "$work"
"$home/datalchemy" version >/dev/null 2>&1

date -u +'date %Y-%m-%dT%H:%M:%SZ'
printf 'commit %s\n' "$(git -C "$home" rev-parse --short HEAD)"
printf 'machine %s cores, %s\n' "$(nproc)" "$(java -version 2>&1 | head -n 1)"

if [ ! -f schema.json ]; then
  if [ -n "${DATABASE_URL:-}" ]; then
    server=$DATABASE_URL
  else
    "$home/datalchemy" demo --rows 1 --keep --dir demo >demo.txt 2>/dev/null
    server=$(sed -n 's/^connect  *psql //p' demo.txt)
    trap 'kill -INT "$(sed -n "s/^stop  *kill -INT //p" demo.txt)"' EXIT
  fi
  parameters=${server#"${server%%\?*}"}
  place=${server%%\?*}
  database=${place%/*}/datalchemy_validate$parameters
  psql -Xq "$server" -c 'DROP DATABASE IF EXISTS datalchemy_validate' \
    -c 'CREATE DATABASE datalchemy_validate' 2>/dev/null
  java "$home/pipeline/src/test/java/io/datalchemy/pipeline/LargeSchema.java" \
    "${TABLES:-400}" "${KEYS:-800}" "${CHECKS:-650}" \
    | psql -Xq "$database" -v ON_ERROR_STOP=1 >/dev/null
  run=$(DATABASE_URL=$database "$home/datalchemy" --quiet introspect --run-dir runs)
  mv "$run/schema.json" schema.json
  psql -Xq "$server" -c 'DROP DATABASE datalchemy_validate'
fi
"$home/datalchemy" --quiet plan --schema schema.json --rows 1000 --seed 1 --as-of 2026-11-01 \
  --out plan.json >/dev/null
printf 'schema.json %s bytes, plan.json %s bytes, %s targets\n' "$(stat -c %s schema.json)" \
  "$(stat -c %s plan.json)" "$(grep -c '"rows"' plan.json)"

for turn in $(seq "${TURNS:-5}"); do
  load=$(cut -d' ' -f1 /proc/loadavg)
  /usr/bin/time -o time.txt -f 'whole process %e s, cpu %U+%S s, peak memory %M KB' \
    "$home/datalchemy" validate --schema schema.json --plan plan.json 2>said.txt
  printf 'turn %s, load average %s: %s; %s\n' "$turn" "$load" "$(cat said.txt)" "$(cat time.txt)"
done
