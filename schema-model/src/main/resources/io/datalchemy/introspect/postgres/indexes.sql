SELECT n.nspname AS schema,
       c.relname AS table_name,
       ic.relname AS name,
       i.indisunique AS is_unique,
       i.indisprimary AS is_primary,
       i.indisvalid AS is_valid,
       am.amname AS method,
       pg_get_indexdef(i.indexrelid) AS definition,
       parts.key_columns,
       parts.key_expressions,
       parts.key_descending,
       parts.key_nulls_first,
       parts.key_operator_classes,
       parts.key_collations,
       parts.include_columns,
       pg_get_expr(i.indpred, i.indrelid, true) AS predicate,
       coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class ic ON ic.oid = i.indexrelid
JOIN pg_am am ON am.oid = ic.relam
CROSS JOIN LATERAL (
  SELECT array_agg(a.attname::text ORDER BY k.place)
           FILTER (WHERE k.place <= i.indnkeyatts) AS key_columns,
         array_agg(CASE WHEN k.attnum = 0
                        THEN pg_get_indexdef(i.indexrelid, k.place::int, true) END
                   ORDER BY k.place)
           FILTER (WHERE k.place <= i.indnkeyatts) AS key_expressions,
         array_agg(k.option & 1 <> 0 ORDER BY k.place)
           FILTER (WHERE k.place <= i.indnkeyatts) AS key_descending,
         array_agg(k.option & 2 <> 0 ORDER BY k.place)
           FILTER (WHERE k.place <= i.indnkeyatts) AS key_nulls_first,
         array_agg(CASE WHEN NOT op.opcdefault
                        THEN CASE opn.nspname WHEN 'pg_catalog' THEN quote_ident(op.opcname)
                             ELSE quote_ident(opn.nspname) || '.' || quote_ident(op.opcname) END END
                   ORDER BY k.place)
           FILTER (WHERE k.place <= i.indnkeyatts) AS key_operator_classes,
         array_agg(CASE WHEN k.collation_oid <> 0 AND k.collation_oid <> coalesce(a.attcollation, 100)
                        THEN CASE con.nspname WHEN 'pg_catalog' THEN co.collname::text
                             ELSE quote_ident(con.nspname) || '.' || quote_ident(co.collname) END
                   END ORDER BY k.place)
           FILTER (WHERE k.place <= i.indnkeyatts) AS key_collations,
         array_agg(a.attname::text ORDER BY k.place)
           FILTER (WHERE k.place > i.indnkeyatts) AS include_columns
  FROM unnest(i.indkey::smallint[], i.indclass::oid[], i.indcollation::oid[],
              i.indoption::smallint[])
    WITH ORDINALITY AS k (attnum, operator_class, collation_oid, option, place)
  LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum <> 0
  LEFT JOIN pg_opclass op ON op.oid = k.operator_class
  LEFT JOIN pg_namespace opn ON opn.oid = op.opcnamespace
  LEFT JOIN pg_collation co ON co.oid = k.collation_oid
  LEFT JOIN pg_namespace con ON con.oid = co.collnamespace
) parts
WHERE c.relkind IN ('r', 'p', 'm', 'f')
  AND n.nspname = ANY (?)
