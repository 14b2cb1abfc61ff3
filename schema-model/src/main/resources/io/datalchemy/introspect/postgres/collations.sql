-- The columns that hold the locale differ from version to version, so they are read from JSON.
SELECT n.nspname AS schema,
       co.collname AS name,
       co.collprovider AS provider,
       co.collisdeterministic AS is_deterministic,
       coalesce(newer.co ->> 'colllocale', newer.co ->> 'colliculocale',
                CASE co.collprovider WHEN 'i' THEN newer.co ->> 'collcollate' END) AS locale,
       CASE co.collprovider WHEN 'c' THEN newer.co ->> 'collcollate' END AS lc_collate,
       CASE co.collprovider WHEN 'c' THEN newer.co ->> 'collctype' END AS lc_ctype,
       newer.co ->> 'collicurules' AS rules
FROM pg_collation co
JOIN pg_namespace n ON n.oid = co.collnamespace
CROSS JOIN LATERAL (SELECT to_jsonb(co) AS co) newer
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_collation'::regclass AND d.objid = co.oid AND d.deptype = 'e')
