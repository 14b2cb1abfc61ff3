#!/usr/bin/env bash
# The proposed plan, as it is, on schemas that others wrote: introspect, plan, generate, verify.
# Usage: public-schemas.sh SERVER_URL DATABASE…; each database holds one public schema's DDL, loaded
# beforehand (none of it is part of this repository). ROWS is what each table is asked for, SEED too.
set -uo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
dc=${DATALCHEMY:-$home/datalchemy}
rows=${ROWS:-50}
seed=${SEED:-1}
server=$1
shift
work=$(mktemp -d)
cd "$work" || exit 1
$dc version >/dev/null 2>&1

date -u +'date %Y-%m-%dT%H:%M:%SZ'
printf 'commit %s\n' "$(git -C "$home" rev-parse --short HEAD)"
printf 'machine %s cores, %s; %s rows a table, seed %s\n' "$(nproc)" \
  "$(java -version 2>&1 | head -n 1)" "$rows" "$seed"
for database in "$@"; do
  schema=$($dc --quiet introspect --conn "$server/$database" --run-dir "$database/runs" 2>err.txt)/schema.json
  tables=$(grep -c '"row_estimate"' "$schema" 2>/dev/null)
  $dc --quiet plan --schema "$schema" --rows "$rows" --seed "$seed" --as-of 2026-11-01 \
    --out "$database/plan.json" 2>err.txt || { printf '%-14s plan exit %s: %s\n' "$database" $? "$(head -c 300 err.txt)"; continue; }
  out=$($dc --quiet generate --schema "$schema" --plan "$database/plan.json" --out "$database/out" 2>err.txt)
  code=$?
  [ $code = 0 ] || { printf '%-14s generate exit %s: %s errors: %s\n' "$database" $code "$(grep -c ^error err.txt)" "$(grep ^error err.txt | head -n 3 | cut -c1-400)"; continue; }
  $dc --quiet verify --schema "$schema" --run "$out" >verified.txt 2>err.txt
  code=$?
  printf '%-14s relations %s, tables made %s: verify exit %s, %s\n' "$database" "$tables" \
    "$(grep -c '"table"' "$out/manifest.json")" "$code" "$(tail -n 4 verified.txt err.txt | tr '\n' ' ' | cut -c1-400)"
  rm -rf "$database"
done
