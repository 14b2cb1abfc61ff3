CREATE TABLE orders (id integer, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE orders_2025 PARTITION OF orders FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE orders_2026 PARTITION OF orders FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE item (
  id integer PRIMARY KEY, order_id integer NOT NULL, day date NOT NULL,
  FOREIGN KEY (order_id, day) REFERENCES orders);
