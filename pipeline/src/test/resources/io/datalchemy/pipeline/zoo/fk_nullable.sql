CREATE TABLE owner (id integer PRIMARY KEY);
CREATE TABLE thing (id integer PRIMARY KEY, owner_id integer REFERENCES owner, note text);
CREATE TABLE pair (a integer, b integer, PRIMARY KEY (a, b));
CREATE TABLE use_of_pair (
  id integer PRIMARY KEY, a integer, b integer NOT NULL, FOREIGN KEY (a, b) REFERENCES pair);
