-- Read through to_jsonb, as only PostgreSQL 18 has the column.
SELECT n.nspname AS schema,
       c.relname AS table_name,
       con.conname AS constraint_name
FROM pg_constraint con
JOIN pg_class c ON c.oid = con.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (to_jsonb(con) ->> 'conperiod')::boolean
  AND n.nspname = ANY (?)
