-- rows: 1
-- error /targets/0: public.never: no row can meet never_a_check, never_a_check1 cannot hold together: "a" > 5 and "a" < 3 (NOT NULL: a) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (a integer NOT NULL, CHECK (a > 5), CHECK (a < 3));
