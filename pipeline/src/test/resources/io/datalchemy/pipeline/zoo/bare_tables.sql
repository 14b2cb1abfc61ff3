CREATE TABLE only_key (id integer PRIMARY KEY);
CREATE TABLE no_key (name text, amount integer);
CREATE TABLE one_column (flag boolean);
