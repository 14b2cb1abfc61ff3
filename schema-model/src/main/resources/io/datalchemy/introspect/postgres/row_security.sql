SELECT n.nspname AS schema,
       c.relname AS table_name,
       c.relrowsecurity AS is_enabled,
       c.relforcerowsecurity AS is_forced,
       p.polname AS policy,
       CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update'
                     WHEN 'd' THEN 'delete' ELSE 'all' END AS command,
       p.polpermissive AS is_permissive,
       ARRAY(SELECT coalesce(r.rolname::text, 'public')
             FROM unnest(p.polroles) AS member (oid)
             LEFT JOIN pg_roles r ON r.oid = member.oid
             ORDER BY 1) AS roles,
       pg_get_expr(p.polqual, p.polrelid, true) AS using_expression,
       pg_get_expr(p.polwithcheck, p.polrelid, true) AS check_expression
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_policy p ON p.polrelid = c.oid
WHERE (c.relrowsecurity OR c.relforcerowsecurity OR p.oid IS NOT NULL)
  AND n.nspname = ANY (?)
