-- since 15
CREATE TABLE parent (id integer PRIMARY KEY);
CREATE TABLE option (
  id integer PRIMARY KEY, parent_id integer REFERENCES parent, name varchar(10), scope text,
  UNIQUE NULLS NOT DISTINCT (parent_id, name),
  UNIQUE (scope, name) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE tree (
  id integer PRIMARY KEY, parent_id integer REFERENCES tree, name text NOT NULL,
  UNIQUE NULLS NOT DISTINCT (parent_id, name));
CREATE TABLE blank (a integer, b text, c date, UNIQUE (a, b, c), UNIQUE (a));
