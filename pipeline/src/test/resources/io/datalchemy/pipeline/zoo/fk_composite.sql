CREATE TABLE branch (bank integer, branch smallint, name text, PRIMARY KEY (bank, branch));
CREATE TABLE account (
  id bigint PRIMARY KEY,
  bank integer NOT NULL,
  branch smallint NOT NULL,
  FOREIGN KEY (bank, branch) REFERENCES branch);
