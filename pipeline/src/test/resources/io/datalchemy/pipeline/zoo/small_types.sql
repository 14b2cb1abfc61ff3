CREATE TABLE small (
  id integer PRIMARY KEY,
  c char(5) NOT NULL, c1 char NOT NULL, v1 varchar(1) NOT NULL, n1 numeric(1,0) NOT NULL,
  n33 numeric(3,3) NOT NULL, n3810 numeric(38,10) NOT NULL, t0 timestamp(0) NOT NULL,
  tz3 timestamptz(3) NOT NULL, n20 numeric(20) NOT NULL,
  n25 numeric(2,5) NOT NULL, -- since 15
  b3 bit(3) NOT NULL, vb varbit(4) NOT NULL, tm time(0) NOT NULL);
