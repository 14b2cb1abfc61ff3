CREATE TABLE person (id integer PRIMARY KEY);
CREATE TABLE company (id integer PRIMARY KEY);
CREATE TABLE account (
  id integer PRIMARY KEY,
  person_id integer REFERENCES person,
  company_id integer REFERENCES company,
  CHECK ((person_id IS NULL) <> (company_id IS NULL)));
CREATE TABLE note (
  id integer PRIMARY KEY,
  person_id integer REFERENCES person,
  company_id integer REFERENCES company,
  CHECK (num_nonnulls(person_id, company_id) = 1));
CREATE TABLE contact (
  id integer PRIMARY KEY,
  person_id integer REFERENCES person,
  company_id integer REFERENCES company,
  CHECK (person_id IS NOT NULL OR company_id IS NOT NULL));
CREATE TABLE task (
  id integer PRIMARY KEY,
  status text NOT NULL CHECK (status IN ('open', 'taken', 'done')),
  person_id integer REFERENCES person,
  CHECK (status = 'open' OR person_id IS NOT NULL));
