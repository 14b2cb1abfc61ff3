-- rows of a: 10
-- rows of b: 50
-- rule: {"type": "foreign_key_strategy", "schema": "public", "table": "b", "mode": "respect", "columns": ["a_id"], "pick": {"kind": "per_parent", "min": 1, "max": 3}}
-- error /rules/0: public.b: foreign key b_a_id_fkey to public.a: 10 parents with 1 to 3 children each have at most 30 in all, asked were 50 [children_out_of_range]; change min, max or childless, or the rows of one of the two tables
CREATE TABLE a (id serial PRIMARY KEY);
CREATE TABLE b (id serial PRIMARY KEY, a_id int NOT NULL REFERENCES a);
