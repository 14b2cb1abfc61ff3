-- rows: 10
-- rule: {"type": "column_generator", "schema": "public", "table": "b", "column": "copy", "generator": {"id": "derive.parent_value", "params": {"input_columns": ["a_id"], "parent_schema": "public", "parent_table": "a", "parent_column": "mood"}}}
-- error /rules/0: public.b.copy: is narrow_mood, of which 'calm' is no label, and gets the values of public.a.mood [parent_value_too_large]; give public.a.mood a rule whose values fit, or copy another column
CREATE TYPE mood AS ENUM ('calm', 'glad');
CREATE TYPE narrow_mood AS ENUM ('glad');
CREATE TABLE a (id serial PRIMARY KEY, mood mood NOT NULL);
CREATE TABLE b (id serial PRIMARY KEY, a_id int NOT NULL REFERENCES a, copy narrow_mood NOT NULL);
