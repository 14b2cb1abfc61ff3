CREATE TABLE line (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  quantity integer NOT NULL CHECK (quantity > 0),
  price numeric(8,2) NOT NULL,
  total numeric(14,2) GENERATED ALWAYS AS (quantity * price) STORED,
  label text GENERATED ALWAYS AS ('x' || quantity) VIRTUAL);
