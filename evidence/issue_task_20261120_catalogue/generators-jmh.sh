#!/bin/sh
# Values a second and bytes allocated for each value of the common generators, on one thread.
# usage: evidence/issue_task_20261120_catalogue/generators-jmh.sh [JMH's options, such as -p id=…]
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
here=$home/evidence/issue_task_20261120_catalogue
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$home"
./mvnw -B -q -P benchmark -pl transforms -am -DskipTests -Dspotless.check.skip=true test-compile \
  org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
  -Dmdep.outputFile="$work/class-path" -Dmdep.includeScope=test >"$work/build.log" 2>&1 \
  || { tail -n 20 "$work/build.log" >&2; exit 1; }
{
  date -u +%Y-%m-%dT%H:%M:%SZ
  echo "commit $(git rev-parse --short HEAD)"
  sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1
  echo "$(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg)"
  java -version 2>&1 | head -n 1
  java -cp "transforms/target/test-classes:transforms/target/classes:$(cat "$work/class-path")" \
    org.openjdk.jmh.Main CommonGenerators -prof gc -rf csv -rff "$work/result.csv" "$@" \
    >"$work/jmh.log" 2>&1 || { tail -n 20 "$work/jmh.log"; exit 1; }
  echo
  printf '%-40s %18s %16s\n' generator 'million values/s' 'bytes per value'
  awk -F, '{ gsub(/"/, "") }
    NR > 1 && $1 !~ /:/ { order[++n] = $8; speed[$8] = $5 }
    $1 ~ /gc.alloc.rate.norm/ { bytes[$8] = $5 }
    END { for (i = 1; i <= n; i++)
      printf "%-40s %18.2f %16.4f\n", order[i], speed[order[i]] / 1e6, bytes[order[i]] }' \
    "$work/result.csv"
} | tee "$here/generators-jmh.log"
