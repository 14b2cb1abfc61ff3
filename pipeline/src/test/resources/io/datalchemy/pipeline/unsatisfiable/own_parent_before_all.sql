-- rows: 3
-- error /targets/0: public.never: no rows can meet never_check: "parent_id" < "id": of any number of rows one has its parent on the other side, or is it [unsatisfiable_constraints]; let the key be NULL in the database, or ignore CHECKs with a constraint_policy
CREATE TABLE never (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES never, CHECK (parent_id < id));
