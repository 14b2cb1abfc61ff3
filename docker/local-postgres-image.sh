#!/bin/sh
# Builds a PostgreSQL image from Debian's packages, for where no image can be pulled:
#   docker/local-postgres-image.sh [DEBIAN_RELEASE]
# Needs root, a Docker engine and debootstrap. DEBIAN_MIRROR names another mirror than Debian's.
# Prints the name of the image, datalchemy/postgres-local:MAJOR_VERSION, and nothing else.
#
# As the official image, it takes POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB and
# POSTGRES_HOST_AUTH_METHOD, and runs what is in /docker-entrypoint-initdb.d on its first start.
set -eu
release=${1:-bookworm}
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
here=$(cd "$(dirname "$0")" && pwd)

fail() {
  echo "local-postgres-image: $1" >&2
  exit 1
}
[ "$(id -u)" = 0 ] || fail 'must run as root: debootstrap changes the root of a process'
command -v debootstrap >/dev/null || fail 'needs debootstrap: apt-get install debootstrap'
docker info >/dev/null 2>&1 || fail 'needs a Docker engine: none answers'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
# The packages of PostgreSQL are unpacked with the rest, and its cluster is left to the entrypoint.
debootstrap --variant=minbase --include=postgresql "$release" "$root" "$mirror" >"$work/log" 2>&1 ||
  fail "debootstrap of $release from $mirror failed: $(tail -n 1 "$work/log")"
version=$(ls "$root/usr/lib/postgresql")
rm -rf "$root"/var/lib/postgresql/* "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
install -m 755 "$here/postgres/entrypoint.sh" "$root/usr/local/bin/docker-entrypoint.sh"
image=datalchemy/postgres-local:$version
tar -C "$root" -c . | docker import \
  --change "ENV PATH=/usr/lib/postgresql/$version/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
  --change 'ENV LANG=C.UTF-8' \
  --change 'ENV PGDATA=/var/lib/postgresql/data' \
  --change 'ENTRYPOINT ["docker-entrypoint.sh"]' \
  --change 'CMD ["postgres"]' \
  --change 'EXPOSE 5432' \
  - "$image" >/dev/null
echo "$image"
