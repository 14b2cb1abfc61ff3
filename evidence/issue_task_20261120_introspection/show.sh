#!/usr/bin/env bash
# Shows introspection with real output: same bytes, drift, rows that stay, rights, time limits, strict.
# Usage: show.sh [WORK_FOLDER]; needs psql. Starts a PostgreSQL of its own and stops it again.
set -uo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
dc=$home/datalchemy
work=${1:-$(mktemp -d)}
mkdir -p "$work" && cd "$work" || exit 1
say() { printf '\n## %s\n' "$*"; }
clean() { sed "s#$work#WORK#g; s#$home#HOME#g; s#localhost:$port#localhost:PORT#g"; }
run() { printf '$ %s\n' "${*/$dc/./datalchemy}" | clean; "$@" 2>&1 | clean; printf 'exit %s\n' "${PIPESTATUS[0]}"; }

"$dc" version >/dev/null 2>&1
date -u +'date %Y-%m-%dT%H:%M:%SZ'
printf 'commit %s\n' "$(git -C "$home" rev-parse --short HEAD)"
printf 'machine %s cores, %s\n' "$(nproc)" "$(java -version 2>&1 | head -n 1)"
"$dc" demo --rows 40 --keep --dir kept >kept.txt 2>&1
url=$(sed -n 's/^connect  *psql //p' kept.txt)
port=$(printf '%s' "$url" | sed 's/.*:\([0-9]*\)\/.*/\1/')
trap 'kill -INT "$(sed -n "s/^stop  *kill -INT //p" kept.txt)"' EXIT
psql -XAtq "$url" -c "SELECT 'server ' || split_part(version(), ' on ', 1)"

say "the same database gives the same bytes, for the owner and for a user with CONNECT and USAGE alone"
owner=$("$dc" --quiet introspect "$url" --run-dir runs)
psql -Xq "$url" -c "CREATE ROLE reader LOGIN"
psql -XAtq "$url" -c "SELECT format('GRANT USAGE ON SCHEMA %I TO reader;', nspname) FROM pg_namespace
  WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'" | psql -Xq "$url"
reader=$("$dc" --quiet introspect "${url/postgres@/reader@}" --run-dir runs)
sha256sum "$owner/schema.json" "$reader/schema.json" | cut -c1-16
sed -n '/"counts"/,/^  }/p' "$owner/metrics.json" | tr -d '\n ' && echo

say "drift"
run "$dc" diff "$owner" "$reader"
psql -Xq "$url" -c "ALTER TABLE crm.cliente ALTER nome TYPE varchar(150), ADD apelido text" \
  -c "ALTER TABLE crm.cliente ADD CHECK (length(apelido) > 1)" -c "CREATE INDEX ON crm.cliente (apelido DESC)"
changed=$("$dc" --quiet introspect "$url" --run-dir runs)
run "$dc" diff "$owner" "$changed"
run "$dc" diff "$owner" nowhere.json

say "rows that stay are parents"
keys=$("$dc" --quiet introspect "$url" --run-dir runs --keys cadastro.uf,cadastro.municipio,cadastro.empresa)
ls "$keys/keys" | clean
"$dc" --quiet plan --schema "$keys/schema.json" --keys "$keys" --rows 60 --seed 9 --out plan.json 2>/dev/null
grep -B3 -A1 '"existing"' plan.json | grep '"table"\|"mode"' | tr -d '\n' && echo
out=$("$dc" --quiet generate --schema "$keys/schema.json" --plan plan.json --out out 2>/dev/null)
printf '%s files of rows, of cadastro.uf: %s\n' "$(ls "$out" | grep -c '\.csv$')" "$(ls "$out" | grep -c '^cadastro.uf.*csv$')"
run "$dc" --quiet verify --schema "$keys/schema.json" --run "$out"

say "a schema without rights, a time limit, a server that is not there: exit 4 and a run that says failed"
psql -Xq "$url" -c "CREATE SCHEMA segredo" -c "CREATE TABLE segredo.x (id int)"
run "$dc" --quiet introspect "${url/postgres@/reader@}" --schema segredo --run-dir denied
run "$dc" --quiet introspect "$url?options=-c%20statement_timeout=1ms" --run-dir limited
tail -n 1 limited/*/logs.ndjson | grep -o '"status":"[a-z]*"\|"reason":"[^"]*"' ; ls limited/*
run "$dc" --quiet introspect postgres://localhost:1/x --run-dir unreachable

say "strict"
psql -Xq "$url" -c "CREATE FOREIGN DATA WRAPPER longe" -c "CREATE SERVER la FOREIGN DATA WRAPPER longe" \
  -c "CREATE FOREIGN TABLE public.remota (a int) SERVER la"
run "$dc" --quiet introspect "$url" --strict --run-dir strict
