-- rows: 1
-- error /targets/0: public.part: no row can meet part_day_check, partitions of public.part cannot hold together: "day" < '2020-01-01'::date and "day" >= '2026-01-01'::date (NOT NULL: day) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE part (day date NOT NULL CHECK (day < '2020-01-01')) PARTITION BY RANGE (day);
CREATE TABLE part_2026 PARTITION OF part FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
