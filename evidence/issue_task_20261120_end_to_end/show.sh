#!/usr/bin/env bash
# Shows each line of the goal with real output. Usage: show.sh [WORK_FOLDER]; needs psql and GNU time.
set -uo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
dc=$home/datalchemy
work=${1:-$(mktemp -d)}
mkdir -p "$work" && cd "$work" || exit 1
say() { printf '\n## %s\n' "$*"; }
run() { printf '$ %s\n' "${*/$dc/./datalchemy}"; "$@" 2>&1 | sed "s#$work#WORK#g; s#$home#HOME#g"; printf 'exit %s\n' "${PIPESTATUS[0]}"; }
tables() { sed -n 's/^ *"\(schema\|table\|sha256\)" : "\(.*\)",\{0,1\}$/\1 \2/p' "$1/manifest.json" \
  | awk '$1=="schema"{s=$2} $1=="table"{t=$2} $1=="sha256" && t!=""{print s"."t, $2; t=""}'; }

date -u +'date %Y-%m-%dT%H:%M:%SZ'
printf 'commit %s\n' "$(git -C "$home" rev-parse --short HEAD)"
printf 'machine %s cores, %s\n' "$(nproc)" "$(java -version 2>&1 | head -n 1)"

say "demo: 0 violations for four sizes and three seeds"
"$dc" version >/dev/null 2>&1
for rows in 1 10 1000 20000; do
  for seed in 1 2 3; do
    "$dc" demo --rows "$rows" --seed "$seed" --dir demo >summary.txt 2>/dev/null
    printf 'rows %-6s seed %s exit %s: %s\n' "$rows" "$seed" $? \
      "$(sed -n 's/^\(tables\|rows\|bytes\|rows per second\|constraints held\|constraint violations\)  *\(.*\)/\1 \2,/p' summary.txt | tr '\n' ' ')"
  done
done

say "the same bytes: twice, other threads, other shards, other zone and locale; another seed, fewer tables"
"$dc" demo --rows 500 --dir base --quiet >/dev/null 2>&1
schema=$(ls -d base/runs/*)/schema.json
"$dc" plan --schema "$schema" --rows 500 --seed 1 --as-of 2026-11-01 --out plan.json 2>/dev/null
generate() { "$dc" --quiet generate --schema "$schema" --out bytes "$@" 2>/dev/null; }
tables "$(generate --plan plan.json)" >first.txt
printf 'first run: %s tables, digest of digests %s\n' "$(wc -l <first.txt)" "$(sha256sum <first.txt | cut -c1-16)"
compare() { tables "$2" >other.txt; printf '%-42s %s of %s tables the same\n' "$1" "$(comm -12 <(sort first.txt) <(sort other.txt) | wc -l)" "$(wc -l <other.txt)"; }
compare "again" "$(generate --plan plan.json)"
compare "1 thread" "$(generate --plan plan.json --threads 1)"
compare "8 threads" "$(generate --plan plan.json --threads 8)"
sed 's/"shard_rows" : [0-9]*/"shard_rows" : 72/' plan.json >shards.json
sharded=$(generate --plan shards.json)
compare "$(ls "$sharded" | grep -c 'crm.cliente-') shards of crm.cliente" "$sharded"
compare "TZ=Asia/Kathmandu, Turkish" "$(TZ=Asia/Kathmandu DATALCHEMY_JAVA_OPTS='-Duser.language=tr -Duser.country=TR' generate --plan plan.json)"
sed 's/"seed" : 1,/"seed" : 2,/' plan.json >seed.json
compare "seed 2" "$(generate --plan seed.json)"
python3 - <<'PY'
import json
plan = json.load(open('plan.json'))
plan['targets'] = [t for t in plan['targets'] if t['schema'] in ('cadastro', 'crm')]
json.dump(plan, open('fewer.json', 'w'))
PY
compare "targets of two schemas only" "$(generate --plan fewer.json)"

say "1 million rows a table in a three-table plan: memory"
cat >three.sql <<'SQL'
CREATE TABLE cliente (id bigserial PRIMARY KEY, nome varchar(100) NOT NULL, email varchar(120) NOT NULL UNIQUE, cpf char(11) NOT NULL UNIQUE, criado_em timestamptz NOT NULL);
CREATE TABLE pedido (id bigserial PRIMARY KEY, cliente_id bigint NOT NULL REFERENCES cliente, valor numeric(12,2) NOT NULL CHECK (valor > 0), status text NOT NULL CHECK (status IN ('aberto','pago','cancelado')), criado_em timestamptz NOT NULL);
CREATE TABLE pedido_item (pedido_id bigint NOT NULL REFERENCES pedido, linha int NOT NULL, produto varchar(60) NOT NULL, quantidade int NOT NULL CHECK (quantidade BETWEEN 1 AND 100), preco numeric(10,2) NOT NULL, PRIMARY KEY (pedido_id, linha));
SQL
"$dc" demo --rows 1 --keep --dir kept >kept.txt 2>&1
url=$(sed -n 's/^connect  *psql //p' kept.txt)
port=$(printf '%s' "$url" | sed 's/.*:\([0-9]*\)\/.*/\1/')
psql -q "$url" -c 'CREATE DATABASE three'
psql -q "${url%/*}/three" -f three.sql
three=$("$dc" --quiet introspect --conn "${url%/*}/three" --run-dir three)/schema.json
"$dc" --quiet plan --schema "$three" --rows 1000000 --seed 7 --as-of 2026-11-01 --out three.json
run /usr/bin/time -f 'wall %e s, cpu %U+%S s, peak memory %M KB' "$dc" generate --schema "$three" --plan three.json --out million
run "$dc" --quiet verify --schema "$three" --run "$(ls -d million/*)"

say "what goes wrong, in one message each"
psql -q "$url" -c "CREATE ROLE leitor LOGIN PASSWORD 's3cr@t'" -c "ALTER SYSTEM SET password_encryption = 'scram-sha-256'"
data=$(sed -n 's/^data  *//p' kept.txt)
sed -i '1i host all leitor 127.0.0.1/32 scram-sha-256\nhost all leitor ::1/128 scram-sha-256' "$data/pg_hba.conf"
psql -q "$url" -c 'SELECT pg_reload_conf()' >/dev/null; sleep 1
run "$dc" introspect --conn "postgresql://leitor:err%40do@localhost:$port/datalchemy_demo" --run-dir failed
run "$dc" introspect --conn "host=localhost port=$port dbname=datalchemy_demo user=leitor password='err@do'" --run-dir failed
printf 'the password in what was written: %s times\n' "$(grep -rE 'err@do|err%40do|s3cr@t' failed | wc -l)"
run "$dc" introspect --conn "postgresql://leitor:s3cr%40t@localhost:1/datalchemy_demo" --run-dir failed
run "$dc" introspect --conn "postgresql://leitor:s3cr%40t@localhost:$port/nenhum" --run-dir failed
run "$dc" introspect --conn "mysql://u:s3cr%40t@localhost/db" --run-dir failed
run "$dc" plan --schema missing.json
sed 's/"table" : "empresa"/"table" : "empreza"/' plan.json >unknown.json
run "$dc" generate --schema "$schema" --plan unknown.json --out none
sed 's/"rows" : 27/"rows" : 28/' plan.json >small.json
run "$dc" generate --schema "$schema" --plan small.json --out none
mkdir -p readonly && mount -t tmpfs -o size=1m tmpfs readonly && mount -o remount,ro readonly
run "$dc" generate --schema "$schema" --plan plan.json --out readonly
mount -o remount,rw readonly
sed 's/"rows" : 500/"rows" : 5000/' plan.json >large.json
run "$dc" --quiet generate --schema "$schema" --plan large.json --out readonly/full
ls -R readonly | head -n 8
umount readonly
ls none 2>&1

say "load into an existing database, and into one that is not empty"
psql -q "$url" -c 'CREATE DATABASE target' && psql -q "${url%/*}/target" -f "$home/docker/postgres/init/01_schema.sql"
loaded=$(generate --plan plan.json)
run "$dc" --quiet load --run "$loaded" --conn "${url%/*}/target"
psql -At "${url%/*}/target" -c "SELECT 'pedidos ' || count(*) || ', next cliente ' || nextval(pg_get_serial_sequence('crm.cliente','id')) FROM vendas.pedido"
run "$dc" --quiet load --run "$loaded" --conn "${url%/*}/target"
kill -INT "$(sed -n 's/^stop  *kill -INT //p' kept.txt)"
