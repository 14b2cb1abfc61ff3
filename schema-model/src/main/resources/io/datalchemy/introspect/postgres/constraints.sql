-- Columns that newer servers have are read through to_jsonb, so that one text fits 12 to 18.
SELECT n.nspname AS schema,
       c.relname AS table_name,
       con.conname AS name,
       con.contype AS kind,
       pg_get_constraintdef(con.oid, true) AS definition,
       con.condeferrable AS is_deferrable,
       con.condeferred AS initially_deferred,
       NOT con.convalidated AS not_valid,
       keys.columns AS columns,
       rn.nspname AS referenced_schema,
       rc.relname AS referenced_table,
       keys.referenced_columns AS referenced_columns,
       con.confupdtype AS on_update,
       con.confdeltype AS on_delete,
       con.confmatchtype AS match_type,
       set_columns.names AS on_delete_columns,
       coalesce((newer.con ->> 'conperiod')::boolean, false) AS has_period,
       NOT coalesce((newer.con ->> 'conenforced')::boolean, true) AS not_enforced,
       coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct,
       am.amname AS method,
       exclusion.expressions AS expressions,
       exclusion.operators AS operators,
       pg_get_expr(i.indpred, i.indrelid, true) AS predicate
FROM pg_constraint con
JOIN pg_class c ON c.oid = con.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class rc ON rc.oid = con.confrelid
LEFT JOIN pg_namespace rn ON rn.oid = rc.relnamespace
LEFT JOIN pg_index i ON i.indexrelid = con.conindid AND con.contype IN ('p', 'u', 'x')
LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
LEFT JOIN pg_am am ON am.oid = ic.relam
LEFT JOIN LATERAL (
  SELECT array_agg(a.attname::text ORDER BY k.place) AS columns,
         array_agg(ra.attname::text ORDER BY k.place) AS referenced_columns
  FROM unnest(con.conkey, con.confkey) WITH ORDINALITY AS k (attnum, refnum, place)
  JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.attnum
  LEFT JOIN pg_attribute ra ON ra.attrelid = con.confrelid AND ra.attnum = k.refnum
) keys ON con.contype IN ('p', 'u', 'f')
CROSS JOIN LATERAL (SELECT to_jsonb(con) AS con) newer
LEFT JOIN LATERAL (
  SELECT array_agg(a.attname::text ORDER BY k.place) AS names
  FROM jsonb_array_elements_text(nullif(newer.con -> 'confdelsetcols', 'null'::jsonb))
    WITH ORDINALITY AS k (attnum, place)
  JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.attnum::smallint
) set_columns ON con.contype = 'f'
LEFT JOIN LATERAL (
  SELECT array_agg(pg_get_indexdef(con.conindid, k.place::int, true) ORDER BY k.place)
           AS expressions,
         array_agg(o.oprname::text ORDER BY k.place) AS operators
  FROM unnest(con.conexclop) WITH ORDINALITY AS k (operator, place)
  JOIN pg_operator o ON o.oid = k.operator
) exclusion ON con.contype = 'x'
LEFT JOIN pg_constraint parent ON parent.oid = con.conparentid
WHERE con.contype IN ('p', 'u', 'c', 'f', 'x')
  AND n.nspname = ANY (?)
  -- A key to a partitioned table has a shadow for each partition of that table: no keys of its own.
  AND parent.conrelid IS DISTINCT FROM con.conrelid
