SELECT t.oid AS oid,
       n.nspname AS schema,
       t.typname AS name,
       t.typtype AS kind,
       t.typbasetype AS base_oid,
       t.typtypmod AS base_modifier,
       e.oid AS element_oid
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_type e ON e.typarray = t.oid
