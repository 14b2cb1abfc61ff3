CREATE EXTENSION intarray;
CREATE TYPE holder AS (a integer, b pg_lsn, c gtsvector);
CREATE TABLE shape (
  id integer PRIMARY KEY, place gtsvector NOT NULL, found tsvector NOT NULL, odd holder NOT NULL,
  kept query_int NOT NULL DEFAULT '1|2', none gtsvector[]);
