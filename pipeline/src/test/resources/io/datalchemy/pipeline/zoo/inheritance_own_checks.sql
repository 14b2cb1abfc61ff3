-- A child of the older inheritance keeps its parent's CHECKs and what it has of its own.
CREATE TABLE place (id integer PRIMARY KEY, name text NOT NULL, height integer CHECK (height > 0));
CREATE TABLE country (code char(2) PRIMARY KEY);
CREATE TABLE capital (
  country char(2) NOT NULL UNIQUE REFERENCES country,
  PRIMARY KEY (id),
  CHECK (height < 4000 AND name <> '')
) INHERITS (place);
CREATE TABLE hill (slope numeric(3,1) CHECK (slope BETWEEN 10 AND 45), CHECK (height >= 100)) INHERITS (place);
