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
         array_agg(a.attname::text ORDER BY k.place)
           FILTER (WHERE k.place > i.indnkeyatts) AS include_columns
  FROM unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, place)
  LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum <> 0
) parts
WHERE c.relkind IN ('r', 'p', 'm', 'f')
  AND n.nspname = ANY (?)
