-- rows: 1
-- error /targets/0: public.kept.shape: type public.gtrgm has no generator and may not be NULL [unsupported_type]; give it a rule with primitive.constant or primitive.enum and a literal of the type, or a default in the database
CREATE EXTENSION pg_trgm;
CREATE TABLE kept (id integer PRIMARY KEY, shape gtrgm NOT NULL);
