#!/usr/bin/env bash
# Five million rows with unique CPFs and e-mails under 512 MB of heap, their uniqueness checked by
# sort, not by us. Usage: unique-5m.sh [WORK_FOLDER]; needs psql and GNU time. ROWS changes the rows.
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
dc=$home/datalchemy
rows=${ROWS:-5000000}
work=${1:-$(mktemp -d)}
mkdir -p "$work" && cd "$work"
"$dc" version >/dev/null 2>&1

date -u +'date %Y-%m-%dT%H:%M:%SZ'
printf 'commit %s\n' "$(git -C "$home" rev-parse --short HEAD)"
printf 'machine %s cores, %s\n' "$(nproc)" "$(java -version 2>&1 | head -n 1)"

cat >people.sql <<'SQL'
CREATE TABLE pessoa (
  id bigserial PRIMARY KEY,
  nome varchar(100) NOT NULL,
  cpf char(11) NOT NULL UNIQUE CHECK (cpf ~ '^[0-9]{11}$'),
  email varchar(120) NOT NULL,
  contato varchar(120) NOT NULL UNIQUE);
CREATE UNIQUE INDEX ON pessoa (lower(email));
SQL
"$dc" demo --rows 1 --keep --dir kept >kept.txt 2>&1
url=$(sed -n 's/^connect  *psql //p' kept.txt)
psql -q "$url" -c 'CREATE DATABASE people'
psql -q "${url%/*}/people" -f people.sql
schema=$("$dc" --quiet introspect --conn "${url%/*}/people" --run-dir runs)/schema.json
kill -INT "$(sed -n 's/^stop  *kill -INT //p' kept.txt)"

cat >plan.json <<JSON
{"plan_version": "0.3", "seed": 7,
 "schema_ref": {"schema_version": "0.3", "engine": "postgres"},
 "targets": [{"schema": "public", "table": "pessoa", "rows": $rows}],
 "options": {"as_of": "2026-11-01"},
 "rules": [
  {"type": "column_generator", "schema": "public", "table": "pessoa", "column": "cpf",
   "generator": "semantic.br.cpf"},
  {"type": "column_generator", "schema": "public", "table": "pessoa", "column": "email",
   "generator": "semantic.br.email.safe"},
  {"type": "column_generator", "schema": "public", "table": "pessoa", "column": "contato",
   "generator": {"id": "derive.email_from_name", "params": {"input_columns": ["nome"]}}}]}
JSON
printf 'generating %s rows with -Xmx512m\n' "$rows"
DATALCHEMY_JAVA_OPTS=-Xmx512m /usr/bin/time -f 'wall %e s, cpu %U+%S s, peak memory %M KB' \
  "$dc" --quiet generate --schema "$schema" --plan plan.json --out out >run.txt
cat out/*/public.pessoa*.csv | grep -v '^id,' >rows.csv
printf 'rows %s\n' "$(wc -l <rows.csv)"
for column in 3:cpf 4:email 5:contato; do
  # A name or an address here holds no comma, so that cut tells the columns apart.
  printf 'distinct %s %s\n' "${column#*:}" \
    "$(cut -d, -f"${column%%:*}" rows.csv | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort -u | wc -l)"
done
sed -n '1p;2500000p' rows.csv
rm -f rows.csv
