SELECT n.nspname AS schema,
       t.typname AS name,
       t.typbasetype AS type_oid,
       t.typtypmod AS type_modifier,
       format_type(t.typbasetype, t.typtypmod) AS data_type,
       CASE WHEN t.typcollation <> 0
                 AND (t.typcollation <> b.typcollation OR co.collname <> 'default')
            THEN CASE cn.nspname WHEN 'pg_catalog' THEN co.collname::text
                 ELSE quote_ident(cn.nspname) || '.' || quote_ident(co.collname) END
       END AS collation,
       NOT t.typnotnull AS is_nullable,
       coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault) AS default_expression,
       obj_description(t.oid, 'pg_type') AS comment,
       checks.names AS check_names,
       checks.definitions AS check_definitions,
       checks.not_valid AS check_not_valid
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
JOIN pg_type b ON b.oid = t.typbasetype
LEFT JOIN pg_collation co ON co.oid = t.typcollation
LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
LEFT JOIN LATERAL (
  SELECT array_agg(con.conname::text ORDER BY con.conname) AS names,
         array_agg(pg_get_constraintdef(con.oid, true) ORDER BY con.conname) AS definitions,
         array_agg(NOT con.convalidated ORDER BY con.conname) AS not_valid
  FROM pg_constraint con
  WHERE con.contypid = t.oid AND con.contype = 'c'
) checks ON true
WHERE t.typtype = 'd'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
