-- rows: 1
-- rule: {"type": "column_generator", "schema": "public", "table": "ruled", "column": "a", "generator": {"id": "derive.updated_after_created", "params": {"input_columns": ["b"]}}}
-- rule: {"type": "column_generator", "schema": "public", "table": "ruled", "column": "b", "generator": {"id": "derive.updated_after_created", "params": {"input_columns": ["a"]}}}
-- error /rules/0: columns [a, b] of public.ruled: must not be derived from each other in a circle [derive_cycle]; give one of them a generator that reads none of the others
CREATE TABLE ruled (id integer PRIMARY KEY, a timestamp NOT NULL, b timestamp NOT NULL);
