CREATE TABLE by_numeric (id numeric(12,2) PRIMARY KEY);
CREATE TABLE by_text (code text PRIMARY KEY);
CREATE TABLE by_date (day date PRIMARY KEY);
CREATE TABLE by_timestamptz (at timestamptz PRIMARY KEY);
CREATE TABLE by_uuid (id uuid PRIMARY KEY);
CREATE TABLE child (
  id serial PRIMARY KEY,
  n numeric(12,2) NOT NULL REFERENCES by_numeric,
  t text NOT NULL REFERENCES by_text,
  d date NOT NULL REFERENCES by_date,
  z timestamptz NOT NULL REFERENCES by_timestamptz,
  u uuid NOT NULL REFERENCES by_uuid);
