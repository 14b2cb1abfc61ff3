-- rows: 1
-- rule: {"type": "column_generator", "schema": "public", "table": "ruled", "column": "a", "generator": "primitive.int", "null_rate": 0.5}
-- error /rules/0/null_rate: null_rate of public.ruled.a: must be 0 as the column is NOT NULL, was 0.5 [null_rate_on_not_null_column]; leave it out
CREATE TABLE ruled (id integer PRIMARY KEY, a integer NOT NULL);
