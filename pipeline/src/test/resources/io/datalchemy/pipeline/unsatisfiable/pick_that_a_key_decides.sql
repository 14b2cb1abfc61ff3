-- rows: 10
-- rule: {"type": "foreign_key_strategy", "schema": "public", "table": "b", "mode": "respect", "columns": ["a_id"], "pick": "zipf"}
-- error /rules/0: public.b: foreign key b_a_id_fkey to public.a: cannot be picked by zipf: a unique key makes it one to one [pick_not_possible]; leave the pick out, or name another key
CREATE TABLE a (id serial PRIMARY KEY);
CREATE TABLE b (a_id int PRIMARY KEY REFERENCES a);
