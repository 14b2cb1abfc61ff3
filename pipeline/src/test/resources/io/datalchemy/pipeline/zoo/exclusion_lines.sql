CREATE EXTENSION btree_gist;
CREATE TABLE price (id integer PRIMARY KEY, valid daterange NOT NULL, EXCLUDE USING gist (valid WITH &&));
CREATE TABLE block4 (id integer PRIMARY KEY, r int4range NOT NULL, EXCLUDE USING gist (r WITH &&));
CREATE TABLE block8 (id integer PRIMARY KEY, r int8range, EXCLUDE USING gist (r WITH &&));
CREATE TABLE scale (id integer PRIMARY KEY, r numrange NOT NULL, EXCLUDE USING gist (r WITH &&));
CREATE TABLE ts (id integer PRIMARY KEY, r tsrange NOT NULL, EXCLUDE USING gist (r WITH &&));
CREATE TABLE tariff (
  id integer PRIMARY KEY, region char(2) NOT NULL, first_zip integer NOT NULL, last_zip integer NOT NULL,
  CHECK (first_zip <= last_zip),
  EXCLUDE USING gist (region WITH =, int4range(first_zip, last_zip, '[]') WITH &&));
CREATE TABLE bracket (
  id integer PRIMARY KEY, low numeric(12,2) NOT NULL, high numeric(12,2),
  EXCLUDE USING gist (numrange(low, high) WITH &&));
CREATE TABLE term (
  id integer PRIMARY KEY, begins timestamptz NOT NULL, ends timestamptz,
  CHECK (begins >= '2020-01-01'), CHECK (ends > begins),
  EXCLUDE USING gist (tstzrange(begins, COALESCE(ends, 'infinity'::timestamptz)) WITH &&));
