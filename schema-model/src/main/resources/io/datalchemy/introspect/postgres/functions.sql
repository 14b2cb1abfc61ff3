-- Functions of users that tables of the schemas cannot do without, and how many parts use each.
SELECT n.nspname AS schema,
       c.relname AS table_name,
       fn.nspname AS function_schema,
       f.proname AS function_name,
       count(*) AS uses
FROM (
  SELECT con.conrelid AS relid, d.refobjid
  FROM pg_depend d JOIN pg_constraint con ON con.oid = d.objid
  WHERE d.classid = 'pg_constraint'::regclass AND d.refclassid = 'pg_proc'::regclass
  UNION ALL
  SELECT a.adrelid, d.refobjid
  FROM pg_depend d JOIN pg_attrdef a ON a.oid = d.objid
  WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_proc'::regclass
  UNION ALL
  SELECT i.indrelid, d.refobjid
  FROM pg_depend d JOIN pg_index i ON i.indexrelid = d.objid
  WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_proc'::regclass
) uses
JOIN pg_class c ON c.oid = uses.relid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_proc f ON f.oid = uses.refobjid
JOIN pg_namespace fn ON fn.oid = f.pronamespace
WHERE fn.nspname !~ '^pg_' AND fn.nspname <> 'information_schema'
  AND n.nspname = ANY (?)
  AND NOT EXISTS (
    SELECT FROM pg_depend e
    WHERE e.classid = 'pg_proc'::regclass AND e.objid = f.oid AND e.deptype = 'e')
GROUP BY 1, 2, 3, 4
