CREATE TABLE by_date (day date PRIMARY KEY);
CREATE TABLE by_timestamp (at timestamp PRIMARY KEY);
CREATE TABLE child (
  id serial PRIMARY KEY,
  t timestamp NOT NULL REFERENCES by_date,
  p timestamp(6) NOT NULL REFERENCES by_timestamp);
