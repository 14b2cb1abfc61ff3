-- since 15
CREATE TABLE setting (
  id integer PRIMARY KEY, name text NOT NULL, scope text,
  UNIQUE NULLS NOT DISTINCT (name, scope));
CREATE TABLE single (id integer PRIMARY KEY, code integer, UNIQUE NULLS NOT DISTINCT (code));
