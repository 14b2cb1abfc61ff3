CREATE TABLE slot (
  id integer PRIMARY KEY, a integer NOT NULL, b integer NOT NULL, c integer NOT NULL,
  UNIQUE (a, b), UNIQUE (b, c));
CREATE TYPE size AS ENUM ('small', 'medium', 'large');
CREATE TABLE shelf (
  id integer PRIMARY KEY, size size NOT NULL, code text NOT NULL, place varchar(20) NOT NULL,
  UNIQUE (size, code), UNIQUE (size, place));
