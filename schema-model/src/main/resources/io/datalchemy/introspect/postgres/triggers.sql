SELECT n.nspname AS schema,
       c.relname AS table_name,
       t.tgname AS name,
       CASE WHEN t.tgtype & 64 <> 0 THEN 'instead_of'
            WHEN t.tgtype & 2 <> 0 THEN 'before'
            ELSE 'after' END AS timing,
       array_remove(ARRAY[
         CASE WHEN t.tgtype & 4 <> 0 THEN 'insert' END,
         CASE WHEN t.tgtype & 16 <> 0 THEN 'update' END,
         CASE WHEN t.tgtype & 8 <> 0 THEN 'delete' END,
         CASE WHEN t.tgtype & 32 <> 0 THEN 'truncate' END], NULL) AS events,
       pg_get_triggerdef(t.oid, true) AS definition
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT t.tgisinternal
  AND n.nspname = ANY (?)
