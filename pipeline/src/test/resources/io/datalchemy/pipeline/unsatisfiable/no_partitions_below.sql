-- rows: 5
-- error /targets/0: public.part: is partitioned and has 0 partitions that hold rows, asked were 5 rows [no_partition]; create 1 partition, such as a DEFAULT one, or leave the table out
CREATE TABLE part (day date NOT NULL, code integer NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE part_2026 PARTITION OF part FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY HASH (code);
