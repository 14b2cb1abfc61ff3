SELECT n.nspname AS schema,
       c.relname AS name,
       c.relkind AS kind,
       obj_description(c.oid, 'pg_class') AS comment,
       p.partstrat AS partition_strategy,
       pg_get_partkeydef(c.oid) AS partition_key,
       CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid, true) END
         AS partition_bound,
       CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid, true) END AS view_definition,
       ft.srvname AS foreign_server,
       tn.nspname AS type_schema,
       t.typname AS type_name,
       -- Never analysed: -1, and before PostgreSQL 14 no pages either.
       CASE WHEN c.relkind IN ('r', 'p', 'm') AND c.reltuples >= 0
                 AND (c.reltuples > 0 OR c.relpages > 0)
            THEN c.reltuples::bigint END AS row_estimate,
       i.parent_schemas,
       i.parent_names
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
LEFT JOIN pg_type t ON t.oid = c.reloftype
LEFT JOIN pg_namespace tn ON tn.oid = t.typnamespace
LEFT JOIN (
  SELECT f.ftrelid, s.srvname FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver
) ft ON ft.ftrelid = c.oid
LEFT JOIN LATERAL (
  SELECT array_agg(pn.nspname::text ORDER BY h.inhseqno) AS parent_schemas,
         array_agg(pc.relname::text ORDER BY h.inhseqno) AS parent_names
  FROM pg_inherits h
  JOIN pg_class pc ON pc.oid = h.inhparent
  JOIN pg_namespace pn ON pn.oid = pc.relnamespace
  WHERE h.inhrelid = c.oid
) i ON true
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND n.nspname = ANY (?)
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
