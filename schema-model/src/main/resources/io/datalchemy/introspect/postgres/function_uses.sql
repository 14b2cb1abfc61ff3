-- Functions of users that tables, types and views of the schemas cannot do without; for_rows where a
-- constraint, default or index calls them.
SELECT uses.schema,
       uses.name AS table_name,
       f.oid AS function_oid,
       uses.for_rows
FROM (
  SELECT n.nspname AS schema, c.relname AS name, d.refobjid AS function, true AS for_rows
  FROM pg_depend d
  LEFT JOIN pg_constraint con ON d.classid = 'pg_constraint'::regclass AND con.oid = d.objid
  LEFT JOIN pg_attrdef a ON d.classid = 'pg_attrdef'::regclass AND a.oid = d.objid
  LEFT JOIN pg_class rel ON d.classid = 'pg_class'::regclass AND rel.oid = d.objid
  LEFT JOIN pg_index i ON i.indexrelid = rel.oid
  JOIN pg_class c ON c.oid = coalesce(con.conrelid, a.adrelid, i.indrelid, rel.oid)
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE d.refclassid = 'pg_proc'::regclass
  UNION ALL
  SELECT n.nspname, t.typname, d.refobjid, true
  FROM pg_depend d
  LEFT JOIN pg_constraint con ON d.classid = 'pg_constraint'::regclass AND con.oid = d.objid
  LEFT JOIN pg_type self ON d.classid = 'pg_type'::regclass AND self.oid = d.objid
  JOIN pg_type t ON t.oid = coalesce(nullif(con.contypid, 0), self.oid)
  JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE d.refclassid = 'pg_proc'::regclass
  UNION ALL
  SELECT n.nspname, c.relname, d.refobjid, false
  FROM pg_depend d
  LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
  LEFT JOIN pg_policy p ON d.classid = 'pg_policy'::regclass AND p.oid = d.objid
  LEFT JOIN pg_trigger tg ON d.classid = 'pg_trigger'::regclass AND tg.oid = d.objid
  JOIN pg_class c ON c.oid = coalesce(r.ev_class, p.polrelid, tg.tgrelid)
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE d.refclassid = 'pg_proc'::regclass
) uses
JOIN pg_proc f ON f.oid = uses.function
JOIN pg_namespace fn ON fn.oid = f.pronamespace
WHERE fn.nspname !~ '^pg_' AND fn.nspname <> 'information_schema'
  AND uses.schema = ANY (?)
  AND NOT EXISTS (
    SELECT FROM pg_depend e
    WHERE e.classid = 'pg_proc'::regclass AND e.objid = f.oid AND e.deptype = 'e')
