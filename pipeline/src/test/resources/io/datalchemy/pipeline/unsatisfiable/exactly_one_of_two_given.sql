-- rows: 1
-- error /targets/0: public.never: no row can meet never_check can hold of no row: num_nonnulls("a", "b") = 1 (NOT NULL: a, b) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (a integer NOT NULL, b integer NOT NULL, CHECK (num_nonnulls(a, b) = 1));
