-- rows: 10
-- rule: {"type": "column_generator", "schema": "public", "table": "a", "column": "n", "generator": {"id": "primitive.int.range", "params": {"min": 1, "max": 40000}}}
-- rule: {"type": "column_generator", "schema": "public", "table": "b", "column": "copy", "generator": {"id": "derive.parent_value", "params": {"input_columns": ["a_id"], "parent_schema": "public", "parent_table": "a", "parent_column": "n"}}}
-- error /rules/1: public.b.copy: holds 32767 at most, and there may be values of 40000, and gets the values of public.a.n [parent_value_too_large]; give public.a.n a rule whose values fit, or copy another column
CREATE TABLE a (id serial PRIMARY KEY, n int NOT NULL);
CREATE TABLE b (id serial PRIMARY KEY, a_id int NOT NULL REFERENCES a, copy smallint NOT NULL);
