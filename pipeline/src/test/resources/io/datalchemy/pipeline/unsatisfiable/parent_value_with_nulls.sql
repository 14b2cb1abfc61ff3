-- rows: 10
-- rule: {"type": "column_generator", "schema": "public", "table": "b", "column": "copy", "null_rate": 0.5, "generator": {"id": "derive.parent_value", "params": {"input_columns": ["a_id"], "parent_schema": "public", "parent_table": "a", "parent_column": "n"}}}
-- error /rules/0: public.b.copy: derive.parent_value cannot fill it, null_rate and transforms have no effect on a value that is copied [invalid_parent_value]; leave them out
CREATE TABLE a (id serial PRIMARY KEY, n int NOT NULL);
CREATE TABLE b (id serial PRIMARY KEY, a_id int NOT NULL REFERENCES a, copy int);
