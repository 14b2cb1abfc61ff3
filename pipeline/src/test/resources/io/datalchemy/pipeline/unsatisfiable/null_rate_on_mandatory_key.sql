-- rows: 10
-- rule: {"type": "foreign_key_strategy", "schema": "public", "table": "b", "mode": "respect", "columns": ["a_id"], "null_rate": 0.5}
-- error /rules/0/null_rate: public.b: foreign key b_a_id_fkey: cannot be NULL at a share of 0.5: its columns may not be NULL, or a CHECK or another key decides when [null_rate_not_possible]; leave null_rate out
CREATE TABLE a (id serial PRIMARY KEY);
CREATE TABLE b (id serial PRIMARY KEY, a_id int NOT NULL REFERENCES a);
