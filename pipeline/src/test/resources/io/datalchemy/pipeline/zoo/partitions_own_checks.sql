-- What only single partitions demand holds of the rows that go to them.
CREATE TABLE sale (
  id integer NOT NULL,
  day date NOT NULL,
  channel text,
  amount numeric(8,2)
) PARTITION BY RANGE (day);
CREATE TABLE sale_2025 PARTITION OF sale (CHECK (amount >= 100)) FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE sale_2026 PARTITION OF sale (CHECK (channel IN ('web', 'shop')), amount NOT NULL) FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE sale_rest PARTITION OF sale (CHECK (amount < 0 OR amount IS NULL)) DEFAULT;

CREATE TABLE event (
  kind text NOT NULL,
  code integer NOT NULL,
  note text
) PARTITION BY LIST (kind);
CREATE TABLE event_a PARTITION OF event (CHECK (code BETWEEN 1 AND 9)) FOR VALUES IN ('a');
CREATE TABLE event_bc PARTITION OF event (CHECK (note IS NOT NULL)) FOR VALUES IN ('b', 'c') PARTITION BY RANGE (code);
CREATE TABLE event_bc_low PARTITION OF event_bc (CHECK (length(note) <= 5)) FOR VALUES FROM (0) TO (100);
CREATE TABLE event_bc_high PARTITION OF event_bc (CHECK (kind = 'c')) FOR VALUES FROM (100) TO (1000);

CREATE TABLE spread (id integer PRIMARY KEY, size integer NOT NULL) PARTITION BY HASH (id);
CREATE TABLE spread_0 PARTITION OF spread FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE spread_1 PARTITION OF spread (CHECK (size > 10)) FOR VALUES WITH (MODULUS 2, REMAINDER 1);
