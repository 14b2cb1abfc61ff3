SELECT n.nspname AS name,
       has_schema_privilege(n.oid, 'USAGE') AS usable,
       EXISTS (
         SELECT FROM pg_depend d
         WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e'
       ) AS of_extension
FROM pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
