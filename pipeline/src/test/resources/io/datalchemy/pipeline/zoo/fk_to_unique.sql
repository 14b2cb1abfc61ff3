CREATE TABLE country (id integer PRIMARY KEY, code char(2) NOT NULL UNIQUE, iso3 varchar(3) UNIQUE);
CREATE TABLE city (
  id integer PRIMARY KEY,
  country_code char(2) NOT NULL REFERENCES country (code),
  country_iso3 varchar(3) REFERENCES country (iso3));
