#!/usr/bin/env bash
# Times the introspection of a schema of 400 tables, by the run's own log: from introspection_started
# to introspection_finished, which includes connecting, the catalogue and warnings, not Java's start.
# Usage: timing.sh [WORK_FOLDER]; needs psql. Runs on the server of DATABASE_URL, where it makes and
# drops the database datalchemy_timing, or on one that `datalchemy demo` starts.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../.." && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work" && cd "$work"
"$home/datalchemy" version >/dev/null 2>&1

date -u +'date %Y-%m-%dT%H:%M:%SZ'
printf 'commit %s\n' "$(git -C "$home" rev-parse --short HEAD)"
printf 'machine %s cores, %s\n' "$(nproc)" "$(java -version 2>&1 | head -n 1)"

if [ -n "${DATABASE_URL:-}" ]; then
  server=$DATABASE_URL
else
  "$home/datalchemy" demo --rows 1 --keep --dir demo >demo.txt 2>/dev/null
  server=$(sed -n 's/^connect  *psql //p' demo.txt)
  trap 'kill -INT "$(sed -n "s/^stop  *kill -INT //p" demo.txt)"' EXIT
fi
parameters=${server#"${server%%\?*}"}
place=${server%%\?*}
database=${place%/*}/datalchemy_timing$parameters
psql -XAtq "$server" -c "SELECT 'server ' || split_part(version(), ' on ', 1)"
psql -Xq "$server" -c 'DROP DATABASE IF EXISTS datalchemy_timing' \
  -c 'CREATE DATABASE datalchemy_timing' 2>/dev/null
"$here/timing-schema.sh" 400 | psql -Xq "$database" -v ON_ERROR_STOP=1 >/dev/null

# In milliseconds since midnight, from the log's timestamps in UTC.
at() { sed -n "s/.*\"timestamp\":\"[^T]*T\([0-9:.]*\)[^\"]*\".*\"event\":\"$2\".*/\1/p" "$1" \
  | awk -F: '{ printf "%.0f", ($1 * 3600 + $2 * 60 + $3) * 1000 }'; }

printf 'load average before: %s\n' "$(cut -d' ' -f1 /proc/loadavg)"
TIMEFORMAT='  whole command: %R s, of Java %U s user, %S s system'
for turn in 1 2 3 4 5; do
  time run=$(DATABASE_URL=$database "$home/datalchemy" --quiet introspect --run-dir runs)
  from=$(at "$run/logs.ndjson" introspection_started)
  to=$(at "$run/logs.ndjson" introspection_finished)
  printf 'run %s: %s ms; schema.json %s bytes, sha256 %s\n' "$turn" "$((to - from))" \
    "$(stat -c %s "$run/schema.json")" "$(sha256sum "$run/schema.json" | cut -c1-16)"
done
sed -n '/"counts"/,/^  }/p' "$run/metrics.json" | tr -d '\n ' && echo
psql -Xq "$server" -c 'DROP DATABASE datalchemy_timing'
