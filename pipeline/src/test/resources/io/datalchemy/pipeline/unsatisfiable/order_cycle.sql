-- rows: 1
-- error /targets/0: public.never: no row can meet never_check, never_check1, never_check2 cannot hold together: "a" < "b" and "b" < "c" and "c" < "a" (NOT NULL: a, b, c) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (a integer NOT NULL, b integer NOT NULL, c integer NOT NULL, CHECK (a < b), CHECK (b < c), CHECK (c < a));
