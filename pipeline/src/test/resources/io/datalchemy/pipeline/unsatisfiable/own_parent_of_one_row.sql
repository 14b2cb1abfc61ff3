-- rows: 1
-- error /targets/0: public.never: no rows can meet never_check: "parent_id" <> "id": the only parent of 1 row is the row itself [unsatisfiable_constraints]; let the key be NULL in the database, or ignore CHECKs with a constraint_policy
CREATE TABLE never (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES never, CHECK (parent_id <> id));
