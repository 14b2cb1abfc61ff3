CREATE TABLE pair (a integer, b integer, PRIMARY KEY (a, b));
CREATE TABLE both_null (
  id integer PRIMARY KEY, a integer, b integer,
  FOREIGN KEY (a, b) REFERENCES pair MATCH FULL);
CREATE TABLE one_null (
  id integer PRIMARY KEY, a integer, b integer NOT NULL,
  FOREIGN KEY (a, b) REFERENCES pair MATCH FULL);
