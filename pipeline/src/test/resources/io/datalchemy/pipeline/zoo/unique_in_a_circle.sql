CREATE TABLE a (id integer PRIMARY KEY);
CREATE TABLE b (id integer PRIMARY KEY);
CREATE TABLE c (id integer PRIMARY KEY);
CREATE TABLE abc (
  id integer PRIMARY KEY,
  a_id integer NOT NULL REFERENCES a,
  b_id integer NOT NULL REFERENCES b,
  c_id integer NOT NULL REFERENCES c,
  UNIQUE (a_id, b_id), UNIQUE (b_id, c_id), UNIQUE (a_id, c_id));
CREATE TABLE chain (
  a_id integer NOT NULL REFERENCES a,
  b_id integer NOT NULL REFERENCES b,
  c_id integer REFERENCES c,
  x integer NOT NULL,
  PRIMARY KEY (a_id, b_id), UNIQUE (b_id, c_id), UNIQUE (c_id, x), UNIQUE (a_id, x));
