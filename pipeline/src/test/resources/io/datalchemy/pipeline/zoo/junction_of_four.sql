CREATE TYPE kind AS ENUM ('one', 'two', 'three');
CREATE TABLE a (id integer PRIMARY KEY);
CREATE TABLE b (id uuid PRIMARY KEY);
CREATE TABLE c (id integer PRIMARY KEY);
CREATE TABLE d (id bigint PRIMARY KEY);
CREATE TABLE abcd (
  a_id integer REFERENCES a,
  b_id uuid REFERENCES b,
  c_id integer REFERENCES c,
  d_id bigint REFERENCES d,
  kind kind,
  PRIMARY KEY (a_id, b_id, c_id, d_id, kind));
