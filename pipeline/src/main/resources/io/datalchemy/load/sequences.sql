-- Every integer column that a sequence feeds: identity, serial, or a default of its own.
SELECT DISTINCT tn.nspname AS table_schema, t.relname AS table_name, a.attname AS column_name,
       sn.nspname AS sequence_schema, s.relname AS sequence_name,
       q.seqincrement, q.seqmin, q.seqmax
FROM (
  SELECT d.refobjid AS table_oid, d.refobjsubid AS attnum, d.objid AS sequence_oid
  FROM pg_catalog.pg_depend d
  WHERE d.classid = 'pg_catalog.pg_class'::regclass
    AND d.refclassid = 'pg_catalog.pg_class'::regclass
    AND d.deptype IN ('a', 'i')
  UNION ALL
  SELECT f.adrelid, f.adnum, d.refobjid
  FROM pg_catalog.pg_attrdef f
  JOIN pg_catalog.pg_depend d
    ON d.classid = 'pg_catalog.pg_attrdef'::regclass
   AND d.objid = f.oid
   AND d.refclassid = 'pg_catalog.pg_class'::regclass
) fed
JOIN pg_catalog.pg_sequence q ON q.seqrelid = fed.sequence_oid
JOIN pg_catalog.pg_class s ON s.oid = fed.sequence_oid
JOIN pg_catalog.pg_namespace sn ON sn.oid = s.relnamespace
JOIN pg_catalog.pg_class t ON t.oid = fed.table_oid
JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = fed.table_oid AND a.attnum = fed.attnum
JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
WHERE coalesce(nullif(y.typbasetype, 0), y.oid) IN
      ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)
ORDER BY 1, 2, 3, 4, 5
