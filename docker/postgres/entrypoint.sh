#!/bin/sh
# The entrypoint of the image that local-postgres-image.sh builds: makes the cluster on the first
# start, runs the scripts of /docker-entrypoint-initdb.d in it, then becomes the server.
set -eu
[ "${1:-}" = postgres ] || exec "$@"
user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}
method=${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}
if [ -z "${POSTGRES_PASSWORD:-}" ] && [ "$method" != trust ]; then
  echo 'POSTGRES_PASSWORD must be set, or POSTGRES_HOST_AUTH_METHOD be trust' >&2
  exit 1
fi

as_postgres() {
  setpriv --reuid=postgres --regid=postgres --init-groups "$@"
}
run_sql() {
  as_postgres psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --username "$user" "$@"
}

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  install -d -o postgres -g postgres -m 700 "$PGDATA"
  install -d -o postgres -g postgres -m 2775 /var/run/postgresql
  as_postgres initdb --pgdata "$PGDATA" --username "$user" --auth-local=trust \
    --auth-host="$method" --encoding=UTF8 --locale=C.UTF-8
  echo "host all all all $method" >>"$PGDATA/pg_hba.conf"
  # Not reachable from outside until the scripts have run.
  as_postgres pg_ctl --pgdata "$PGDATA" --wait --options "-c listen_addresses=''" start
  if [ "$database" != postgres ]; then
    run_sql --dbname postgres --set name="$database" <<'SQL'
CREATE DATABASE :"name";
SQL
  fi
  if [ -n "${POSTGRES_PASSWORD:-}" ]; then
    run_sql --dbname postgres --set name="$user" --set password="$POSTGRES_PASSWORD" <<'SQL'
ALTER USER :"name" PASSWORD :'password';
SQL
  fi
  for script in /docker-entrypoint-initdb.d/*.sql; do
    [ ! -e "$script" ] || run_sql --dbname "$database" <"$script"
  done
  as_postgres pg_ctl --pgdata "$PGDATA" --wait --mode fast stop
fi
exec setpriv --reuid=postgres --regid=postgres --init-groups "$@" -c listen_addresses='*'
