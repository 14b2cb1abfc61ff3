CREATE TABLE account (id integer PRIMARY KEY);
CREATE TABLE closing (
  id integer PRIMARY KEY, account_id integer NOT NULL REFERENCES account, month date NOT NULL,
  closed_at timestamp NOT NULL);
CREATE UNIQUE INDEX ON closing (account_id, date_trunc('month', closed_at));
CREATE TABLE reading (
  id integer PRIMARY KEY, account_id integer NOT NULL REFERENCES account,
  taken_at timestamptz NOT NULL);
CREATE UNIQUE INDEX ON reading (account_id, date_trunc('hour', taken_at AT TIME ZONE 'UTC'));
