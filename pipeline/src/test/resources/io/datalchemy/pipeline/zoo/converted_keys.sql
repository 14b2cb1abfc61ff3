CREATE TABLE by_bigint (id bigint PRIMARY KEY);
CREATE TABLE by_numeric (id numeric(10,0) PRIMARY KEY);
CREATE TABLE by_varchar (id varchar(20) PRIMARY KEY);
CREATE TABLE child (
  id serial PRIMARY KEY,
  b integer NOT NULL REFERENCES by_bigint,
  n integer NOT NULL REFERENCES by_numeric,
  s smallint NOT NULL REFERENCES by_bigint,
  t text NOT NULL REFERENCES by_varchar,
  v varchar(8) NOT NULL REFERENCES by_varchar);
CREATE TABLE by_smallint (id smallint PRIMARY KEY);
CREATE TABLE wide_child (
  id serial PRIMARY KEY,
  b bigint NOT NULL REFERENCES by_smallint,
  n bigint NOT NULL REFERENCES by_numeric,
  s numeric(10,4) NOT NULL REFERENCES by_numeric);
