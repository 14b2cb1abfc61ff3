SELECT n.nspname AS schema,
       t.typname AS name,
       r.rngsubtype AS type_oid,
       -1 AS type_modifier,
       format_type(r.rngsubtype, NULL) AS data_type,
       CASE WHEN r.rngcollation <> 0
                 AND (r.rngcollation <> s.typcollation OR co.collname <> 'default')
            THEN CASE cn.nspname WHEN 'pg_catalog' THEN co.collname::text
                 ELSE quote_ident(cn.nspname) || '.' || quote_ident(co.collname) END
       END AS collation,
       m.typname AS multirange,
       CASE WHEN NOT op.opcdefault
            THEN CASE opn.nspname WHEN 'pg_catalog' THEN quote_ident(op.opcname)
                 ELSE quote_ident(opn.nspname) || '.' || quote_ident(op.opcname) END
       END AS operator_class,
       nullif(r.rngcanonical::oid, 0)::regproc AS canonical,
       nullif(r.rngsubdiff::oid, 0)::regproc AS subtype_diff
FROM pg_range r
JOIN pg_type t ON t.oid = r.rngtypid
JOIN pg_namespace n ON n.oid = t.typnamespace
JOIN pg_type s ON s.oid = r.rngsubtype
LEFT JOIN pg_collation co ON co.oid = r.rngcollation
LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
LEFT JOIN pg_opclass op ON op.oid = r.rngsubopc
LEFT JOIN pg_namespace opn ON opn.oid = op.opcnamespace
LEFT JOIN pg_type m ON m.oid = (to_jsonb(r) ->> 'rngmultitypid')::oid
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
