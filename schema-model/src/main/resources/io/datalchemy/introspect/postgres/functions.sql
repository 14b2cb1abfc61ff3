-- Functions of users that tables and domains of the schemas cannot do without, and how many of
-- their constraints, defaults and indexes use each.
SELECT uses.schema,
       uses.name AS table_name,
       fn.nspname AS function_schema,
       f.proname AS function_name,
       count(*) AS uses
FROM (
  SELECT n.nspname AS schema, c.relname AS name, d.refobjid AS function
  FROM pg_depend d
  LEFT JOIN pg_constraint con ON d.classid = 'pg_constraint'::regclass AND con.oid = d.objid
  LEFT JOIN pg_attrdef a ON d.classid = 'pg_attrdef'::regclass AND a.oid = d.objid
  LEFT JOIN pg_index i ON d.classid = 'pg_class'::regclass AND i.indexrelid = d.objid
  JOIN pg_class c ON c.oid = coalesce(con.conrelid, a.adrelid, i.indrelid)
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE d.refclassid = 'pg_proc'::regclass
  UNION ALL
  SELECT n.nspname, t.typname, d.refobjid
  FROM pg_depend d
  JOIN pg_constraint con ON d.classid = 'pg_constraint'::regclass AND con.oid = d.objid
  JOIN pg_type t ON t.oid = con.contypid
  JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE d.refclassid = 'pg_proc'::regclass
) uses
JOIN pg_proc f ON f.oid = uses.function
JOIN pg_namespace fn ON fn.oid = f.pronamespace
WHERE fn.nspname !~ '^pg_' AND fn.nspname <> 'information_schema'
  AND uses.schema = ANY (?)
  AND NOT EXISTS (
    SELECT FROM pg_depend e
    WHERE e.classid = 'pg_proc'::regclass AND e.objid = f.oid AND e.deptype = 'e')
GROUP BY 1, 2, 3, 4
