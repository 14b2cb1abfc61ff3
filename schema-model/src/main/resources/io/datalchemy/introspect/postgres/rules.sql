SELECT n.nspname AS schema,
       c.relname AS table_name,
       r.rulename AS name,
       CASE r.ev_type WHEN '1' THEN 'select' WHEN '2' THEN 'update'
                      WHEN '3' THEN 'insert' ELSE 'delete' END AS event,
       pg_get_ruledef(r.oid, true) AS definition
FROM pg_rewrite r
JOIN pg_class c ON c.oid = r.ev_class
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE r.rulename <> '_RETURN'
  AND n.nspname = ANY (?)
