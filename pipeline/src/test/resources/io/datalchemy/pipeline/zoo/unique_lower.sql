CREATE TABLE account (id integer PRIMARY KEY, email text NOT NULL, login varchar(12) NOT NULL);
CREATE UNIQUE INDEX ON account (lower(email));
CREATE UNIQUE INDEX ON account (lower(login));
