CREATE TABLE line (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  quantity integer NOT NULL CHECK (quantity > 0),
  price numeric(8,2) NOT NULL,
  label text GENERATED ALWAYS AS ('x' || quantity) VIRTUAL, -- since 18
  total numeric(14,2) GENERATED ALWAYS AS (quantity * price) STORED);
