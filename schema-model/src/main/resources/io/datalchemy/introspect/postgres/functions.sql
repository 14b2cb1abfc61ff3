-- All functions of users; those of SQL and PL/pgSQL with their text.
SELECT f.oid AS oid,
       n.nspname AS schema,
       f.proname AS name,
       pg_get_function_identity_arguments(f.oid) AS arguments,
       pg_get_function_result(f.oid) AS result,
       f.prokind AS kind,
       l.lanname AS language,
       f.provolatile AS volatility,
       CASE WHEN l.lanname IN ('sql', 'plpgsql') AND f.prokind <> 'a'
            THEN pg_get_functiondef(f.oid) END AS definition
FROM pg_proc f
JOIN pg_namespace n ON n.oid = f.pronamespace
JOIN pg_language l ON l.oid = f.prolang
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend e
    WHERE e.classid = 'pg_proc'::regclass AND e.objid = f.oid AND e.deptype = 'e')
