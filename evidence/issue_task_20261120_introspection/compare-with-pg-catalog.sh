#!/usr/bin/env bash
# Compares the objects that pg_catalog counts with those in a schema.json, kind by kind.
# Usage: compare-with-pg-catalog.sh CONNECTION SCHEMA_JSON [LABEL]; exit 1 where they differ.
# Needs psql and jq, and nothing of Datalchemy: the queries share no text with introspection.
set -euo pipefail
[ $# -ge 2 ] || { echo "usage: $0 CONNECTION SCHEMA_JSON [LABEL]" >&2; exit 2; }
connection=$1 document=$2 label=${3:-$(jq -r '.database // "?"' "$2")}

# What belongs to users: not the system's schemas, nor what an extension brought along.
counted=$(psql "$connection" -XqAtF ' ' <<'SQL'
SET search_path = '';
CREATE TEMPORARY TABLE own AS
SELECT n.oid FROM pg_catalog.pg_namespace n
WHERE n.nspname NOT IN ('information_schema', 'pg_catalog') AND left(n.nspname, 3) <> 'pg_'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.deptype = 'e' AND d.objid = n.oid
                  AND d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass);
CREATE TEMPORARY TABLE rel AS
SELECT c.oid, c.relkind FROM pg_catalog.pg_class c
WHERE c.relnamespace IN (SELECT oid FROM pg_temp.own)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.deptype = 'e' AND d.objid = c.oid
                  AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass);
CREATE TEMPORARY TABLE typ AS
SELECT t.* FROM pg_catalog.pg_type t
WHERE t.typnamespace IN (SELECT oid FROM pg_temp.own)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.deptype = 'e' AND d.objid = t.oid
                  AND d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass);
CREATE TEMPORARY TABLE con AS
SELECT k.* FROM pg_catalog.pg_constraint k WHERE k.conrelid IN (SELECT oid FROM pg_temp.rel)
  -- A key to a partitioned table also has a row for each partition of that table.
  AND NOT (k.contype = 'f' AND EXISTS (SELECT FROM pg_catalog.pg_constraint p
           WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid));
SELECT 'schemas', pg_catalog.count(*) FROM pg_temp.own
UNION ALL SELECT 'tables', pg_catalog.count(*) FROM pg_temp.rel WHERE relkind IN ('r', 'p')
UNION ALL SELECT 'views', pg_catalog.count(*) FROM pg_temp.rel WHERE relkind IN ('v', 'm')
UNION ALL SELECT 'foreign_tables', pg_catalog.count(*) FROM pg_temp.rel WHERE relkind = 'f'
UNION ALL SELECT 'columns', pg_catalog.count(*) FROM pg_catalog.pg_attribute a
  JOIN pg_temp.rel r ON r.oid = a.attrelid
  WHERE a.attnum >= 1 AND NOT a.attisdropped AND r.relkind IN ('r', 'p', 'v', 'm', 'f')
UNION ALL SELECT 'not_null', pg_catalog.count(*) FROM pg_catalog.pg_attribute a
  JOIN pg_temp.rel r ON r.oid = a.attrelid
  WHERE a.attnum >= 1 AND NOT a.attisdropped AND a.attnotnull
    AND r.relkind IN ('r', 'p', 'v', 'm', 'f')
UNION ALL SELECT 'primary_keys', pg_catalog.count(*) FROM pg_temp.con WHERE contype = 'p'
UNION ALL SELECT 'unique', pg_catalog.count(*) FROM pg_temp.con WHERE contype = 'u'
UNION ALL SELECT 'foreign_keys', pg_catalog.count(*) FROM pg_temp.con WHERE contype = 'f'
UNION ALL SELECT 'checks', pg_catalog.count(*) FROM pg_temp.con WHERE contype = 'c'
UNION ALL SELECT 'exclusions', pg_catalog.count(*) FROM pg_temp.con WHERE contype = 'x'
UNION ALL SELECT 'indexes', pg_catalog.count(*) FROM pg_catalog.pg_index i
  JOIN pg_temp.rel r ON r.oid = i.indrelid
UNION ALL SELECT 'enums', pg_catalog.count(*) FROM pg_temp.typ WHERE typtype = 'e'
UNION ALL SELECT 'enum_labels', pg_catalog.count(*) FROM pg_catalog.pg_enum e
  JOIN pg_temp.typ t ON t.oid = e.enumtypid
UNION ALL SELECT 'domains', pg_catalog.count(*) FROM pg_temp.typ WHERE typtype = 'd'
UNION ALL SELECT 'domain_checks', pg_catalog.count(*) FROM pg_catalog.pg_constraint k
  JOIN pg_temp.typ t ON t.oid = k.contypid WHERE k.contype = 'c'
UNION ALL SELECT 'composites', pg_catalog.count(*) FROM pg_temp.typ t
  JOIN pg_temp.rel r ON r.oid = t.typrelid WHERE r.relkind = 'c'
UNION ALL SELECT 'ranges', pg_catalog.count(*) FROM pg_temp.typ WHERE typtype = 'r'
UNION ALL SELECT 'sequences', pg_catalog.count(*) FROM pg_temp.rel WHERE relkind = 'S'
UNION ALL SELECT 'partitions', pg_catalog.count(*) FROM pg_catalog.pg_class c
  JOIN pg_temp.rel r ON r.oid = c.oid WHERE c.relispartition AND c.relkind IN ('r', 'p', 'f')
UNION ALL SELECT 'triggers', pg_catalog.count(*) FROM pg_catalog.pg_trigger t
  JOIN pg_temp.rel r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
UNION ALL SELECT 'extensions', pg_catalog.count(*) FROM pg_catalog.pg_extension;
SQL
)

# One word of schema.json for each: arrays of the document, and what its tables hold.
found=$(jq -r '
  [.schemas[].tables[]] as $t | [$t[].constraints[]] as $c
  | def kind($k): [$t[] | select(.kind == $k)] | length;
    def con($k): [$c[] | select(.kind == $k)] | length;
  {schemas: (.schemas | length), tables: (kind("table") + kind("partitioned_table")),
   views: (kind("view") + kind("materialized_view")), foreign_tables: kind("foreign_table"),
   columns: ([$t[].columns[]] | length),
   not_null: ([$t[].columns[] | select(.is_nullable | not)] | length),
   primary_keys: con("primary_key"), unique: con("unique"), foreign_keys: con("foreign_key"),
   checks: con("check"), exclusions: con("exclusion"), indexes: ([$t[].indexes[]] | length),
   enums: (.enums | length), enum_labels: ([.enums[].labels[]] | length),
   domains: (.domains | length), domain_checks: ([.domains[].checks[]] | length),
   composites: (.composite_types | length), ranges: (.range_types | length),
   sequences: ((.sequences | length)
     + ([$t[].columns[] | select(.identity_sequence != null)] | length)),
   partitions: ([$t[] | select(.partition_of != null)] | length),
   triggers: ([$t[].triggers[]] | length), extensions: (.extensions | length)}
  | to_entries[] | "\(.key) \(.value)"' "$document")

same=0 different=0 line=
while read -r kind count; do
  here=$(awk -v kind="$kind" '$1 == kind { print $2 }' <<<"$found")
  if [ "$count" = "$here" ]; then
    same=$((same + 1))
    [ "$count" = 0 ] || line="$line $kind=$count"
  else
    different=$((different + 1))
    line="$line $kind=$count(schema.json: ${here:-none})"
  fi
done <<<"$counted"
printf '%s: %s kinds the same, %s different:%s\n' "$label" "$same" "$different" "$line"
[ "$different" = 0 ]
