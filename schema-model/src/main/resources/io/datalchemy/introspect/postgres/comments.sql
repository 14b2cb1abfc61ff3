-- Comments on all but tables, columns and domains, which carry their own.
SELECT object.type AS object,
       object.identity AS identity,
       d.description AS comment,
       f.oid AS function_oid
FROM pg_description d
CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) AS object
LEFT JOIN pg_class c ON d.classoid = 'pg_class'::regclass AND c.oid = d.objoid
LEFT JOIN pg_constraint con ON d.classoid = 'pg_constraint'::regclass AND con.oid = d.objoid
LEFT JOIN pg_trigger tg ON d.classoid = 'pg_trigger'::regclass AND tg.oid = d.objoid
LEFT JOIN pg_rewrite r ON d.classoid = 'pg_rewrite'::regclass AND r.oid = d.objoid
LEFT JOIN pg_policy p ON d.classoid = 'pg_policy'::regclass AND p.oid = d.objoid
LEFT JOIN pg_type t ON d.classoid = 'pg_type'::regclass AND t.oid = d.objoid
LEFT JOIN pg_proc f ON d.classoid = 'pg_proc'::regclass AND f.oid = d.objoid
LEFT JOIN pg_class owner ON owner.oid = coalesce(tg.tgrelid, r.ev_class, p.polrelid)
JOIN pg_namespace n ON n.oid = coalesce(
  owner.relnamespace, con.connamespace, c.relnamespace, t.typnamespace, f.pronamespace,
  CASE WHEN d.classoid = 'pg_namespace'::regclass THEN d.objoid END)
WHERE d.objoid >= 16384 -- the first that is not the system's
  AND d.objsubid = 0
  AND (f.oid IS NOT NULL OR n.nspname = ANY (?))
  AND coalesce(c.relkind, 'i') IN ('i', 'I', 'S')
  AND coalesce(t.typtype, 'e') <> 'd'
  AND NOT EXISTS (
    SELECT FROM pg_depend e
    WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
