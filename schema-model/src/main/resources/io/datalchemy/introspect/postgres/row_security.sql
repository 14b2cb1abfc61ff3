SELECT n.nspname AS schema,
       c.relname AS table_name
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relrowsecurity
  AND n.nspname = ANY (?)
