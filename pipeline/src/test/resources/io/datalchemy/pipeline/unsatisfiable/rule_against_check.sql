-- rows: 1
-- rule: {"type": "column_generator", "schema": "public", "table": "ruled", "column": "a", "generator": {"id": "primitive.int.range", "params": {"min": 1, "max": 10}}}
-- error /targets/0: public.ruled.a: no value of the rule's primitive.int.range can meet check ruled_a_check: "a" > 100 [rule_breaks_check]; change the rule's values, or ignore CHECKs with a constraint_policy
CREATE TABLE ruled (id integer PRIMARY KEY, a integer NOT NULL CHECK (a > 100));
