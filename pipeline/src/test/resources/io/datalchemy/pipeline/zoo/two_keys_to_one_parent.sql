CREATE TABLE address (id integer PRIMARY KEY);
CREATE TABLE orders (
  id integer PRIMARY KEY,
  billing_address_id integer NOT NULL REFERENCES address,
  shipping_address_id integer REFERENCES address);
