CREATE TYPE side AS ENUM ('left', 'right');
CREATE TYPE place AS ENUM ('one', 'two', 'three', 'four', 'five');
CREATE TABLE a (id integer PRIMARY KEY);
CREATE TABLE b (id integer PRIMARY KEY);
CREATE TABLE grid (
  id integer PRIMARY KEY,
  a_id integer NOT NULL REFERENCES a,
  b_id integer NOT NULL REFERENCES b,
  place place NOT NULL,
  side side NOT NULL,
  UNIQUE (a_id, place), UNIQUE (b_id, side));
CREATE TABLE pair (
  id integer PRIMARY KEY,
  a_id integer NOT NULL REFERENCES a,
  b_id integer REFERENCES b,
  x side NOT NULL,
  y place,
  z boolean NOT NULL,
  UNIQUE (a_id, x, y), UNIQUE (b_id, x, z), UNIQUE (a_id, b_id));
CREATE TABLE counted (
  id integer PRIMARY KEY,
  a_id integer NOT NULL REFERENCES a,
  b_id integer NOT NULL REFERENCES b,
  position integer NOT NULL,
  side smallint NOT NULL,
  UNIQUE (a_id, position), UNIQUE (b_id, side));
