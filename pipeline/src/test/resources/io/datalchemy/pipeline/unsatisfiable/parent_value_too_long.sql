-- rows: 10
-- rule: {"type": "column_generator", "schema": "public", "table": "a", "column": "text", "generator": {"id": "primitive.text", "params": {"min_len": 12, "max_len": 12}}}
-- rule: {"type": "column_generator", "schema": "public", "table": "b", "column": "copy", "generator": {"id": "derive.parent_value", "params": {"input_columns": ["a_id"], "parent_schema": "public", "parent_table": "a", "parent_column": "text"}}}
-- error /rules/1: public.b.copy: takes 10 characters, and there are values of 12, and gets the values of public.a.text [parent_value_too_large]; give public.a.text a rule whose values fit, or copy another column
CREATE TABLE a (id serial PRIMARY KEY, text text NOT NULL);
CREATE TABLE b (id serial PRIMARY KEY, a_id int NOT NULL REFERENCES a, copy varchar(10) NOT NULL);
