CREATE TABLE customer (id integer PRIMARY KEY, email text NOT NULL, deleted_at timestamp);
CREATE UNIQUE INDEX ON customer (email) WHERE deleted_at IS NULL;
CREATE TABLE subscription (
  id integer PRIMARY KEY,
  customer_id integer NOT NULL REFERENCES customer,
  status text NOT NULL CHECK (status IN ('active', 'paused', 'ended')));
CREATE UNIQUE INDEX ON subscription (customer_id) WHERE status = 'active';
