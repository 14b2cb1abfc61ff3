# For .ci/run: a Docker engine and the PostgreSQL images of the container tests, as far as this
# machine has or can have them. Nothing here fails the gate; it says what could not be had, and why.

oldest_image=postgres:12
newest_image=postgres:18
reason=
engine_log=${TMPDIR:-/tmp}/datalchemy-dockerd.log

engine_answers() {
  docker info >/dev/null 2>&1
}

without_containers() {
  oldest_image=
  newest_image=
  reason=$1
  echo "containers: will not be tested: $reason"
}

bring_up_engine() {
  if [ "${CI_CONTAINERS:-yes}" = no ]; then
    without_containers 'CI_CONTAINERS=no'
  elif engine_answers; then
    echo 'containers: a Docker engine answers'
  elif [ "$(id -u)" != 0 ] || [ ! -e /etc/debian_version ]; then
    without_containers 'no Docker engine answers, and only root on Debian can start one here'
  elif ! install_packages; then
    without_containers 'no Docker engine answers, and docker.io cannot be installed'
  else
    start_engine
  fi
}

install_packages() {
  command -v dockerd >/dev/null && command -v debootstrap >/dev/null && return
  echo 'containers: installing docker.io and debootstrap'
  timeout 300 apt-get -qq update >"$engine_log" 2>&1 &&
    DEBIAN_FRONTEND=noninteractive timeout 600 apt-get -qq install --no-install-recommends \
      docker.io debootstrap iptables >>"$engine_log" 2>&1
}

# As it is, else for sandboxes: without rules for the network, then on a file system of its own kind.
start_engine() {
  for flags in '' '--iptables=false' '--iptables=false --storage-driver=vfs'; do
    # shellcheck disable=SC2086
    dockerd --pidfile "$engine_log.pid" $flags >"$engine_log" 2>&1 &
    engine=$!
    if wait_for_engine; then
      trap 'kill "$engine" 2>/dev/null || true' EXIT
      echo "containers: started dockerd $flags"
      # The engine runs beside this process, even where this is a container itself.
      export TESTCONTAINERS_HOST_OVERRIDE=localhost
      return
    fi
    kill "$engine" 2>/dev/null || true
    wait "$engine" 2>/dev/null || true
  done
  without_containers "dockerd does not start: $(tail -n 1 "$engine_log")"
}

wait_for_engine() {
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    engine_answers && return
    kill -0 "$engine" 2>/dev/null || return 1
    sleep 1
  done
  return 1
}

has_image() {
  docker image inspect "$1" >/dev/null 2>&1 || timeout 300 docker pull --quiet "$1" >/dev/null 2>&1
}

choose_images() {
  [ -n "$newest_image" ] || return 0
  if has_image "$newest_image" && has_image "$oldest_image"; then
    return 0
  fi
  echo 'containers: postgres:12 and postgres:18 cannot be pulled; building an image of Debian packages'
  local_image=$(docker image ls --format '{{.Repository}}:{{.Tag}}' \
    --filter reference='datalchemy/postgres-local:*' | head -n 1)
  if [ -z "$local_image" ] && [ "$(id -u)" = 0 ]; then
    local_image=$(timeout 1200 docker/local-postgres-image.sh) || local_image=
  fi
  if [ -z "$local_image" ]; then
    without_containers 'no image can be pulled, and none could be built'
    return 0
  fi
  oldest_image=
  newest_image=$local_image
}

container_reports() {
  find . -path '*/target/failsafe-reports/TEST-*-image-*.xml' "$@"
}

forget_reports() {
  container_reports -exec rm {} +
}

# By what the tests themselves wrote, not by what was meant to happen.
report_containers() {
  servers=$(container_reports -exec grep -ho 'integration tests run on [^<]*' {} + | sort -u)
  if [ -n "$servers" ]; then
    echo "containers: $servers"
  else
    echo "containers: NOT tested: ${reason:-all of their tests were skipped, with the reason above}"
  fi
}
