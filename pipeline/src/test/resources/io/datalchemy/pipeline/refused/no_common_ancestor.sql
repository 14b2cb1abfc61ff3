CREATE TABLE a (x integer, y integer, PRIMARY KEY (x, y));
CREATE TABLE b (x integer, z integer, PRIMARY KEY (x, z));
CREATE TABLE both_of_them (
  id integer PRIMARY KEY, x integer NOT NULL, y integer NOT NULL, z integer NOT NULL,
  FOREIGN KEY (x, y) REFERENCES a,
  FOREIGN KEY (x, z) REFERENCES b);
