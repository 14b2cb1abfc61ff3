CREATE TABLE person (id uuid PRIMARY KEY);
CREATE TABLE passport (
  id integer PRIMARY KEY, person_id uuid NOT NULL UNIQUE REFERENCES person);
CREATE TABLE visa (
  passport_id integer PRIMARY KEY REFERENCES passport, country text NOT NULL, sponsor_id uuid
    UNIQUE REFERENCES person);
