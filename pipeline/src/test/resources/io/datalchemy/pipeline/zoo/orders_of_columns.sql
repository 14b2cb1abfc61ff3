CREATE TABLE stay (
  id integer PRIMARY KEY, starts date NOT NULL, ends date NOT NULL, paid_at timestamptz,
  price numeric(9,2) NOT NULL CHECK (price > 0), discount numeric(9,2) NOT NULL DEFAULT 0,
  CHECK (ends > starts), CHECK (discount >= 0 AND discount <= price));
