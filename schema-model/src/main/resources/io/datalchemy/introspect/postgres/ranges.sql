SELECT n.nspname AS schema,
       t.typname AS name,
       r.rngsubtype AS type_oid,
       -1 AS type_modifier,
       format_type(r.rngsubtype, NULL) AS data_type,
       CASE WHEN r.rngcollation <> 0
                 AND (r.rngcollation <> s.typcollation OR co.collname <> 'default')
            THEN CASE cn.nspname WHEN 'pg_catalog' THEN co.collname::text
                 ELSE cn.nspname || '.' || co.collname END
       END AS collation,
       m.typname AS multirange
FROM pg_range r
JOIN pg_type t ON t.oid = r.rngtypid
JOIN pg_namespace n ON n.oid = t.typnamespace
JOIN pg_type s ON s.oid = r.rngsubtype
LEFT JOIN pg_collation co ON co.oid = r.rngcollation
LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
LEFT JOIN pg_type m ON m.oid = (to_jsonb(r) ->> 'rngmultitypid')::oid
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
