-- rows: 3
-- rule: {"type": "inject", "schema": "public", "table": "parent", "constraint": "parent_pkey", "rate": 0.1}
-- error /rules/0: public.parent: parent_pkey: cannot be broken alone: public.child refers to id by child_parent_id_fkey [injection_impossible]; remove the rule, or break another constraint
CREATE TABLE parent (id integer PRIMARY KEY);
CREATE TABLE child (id integer PRIMARY KEY, parent_id integer REFERENCES parent);
