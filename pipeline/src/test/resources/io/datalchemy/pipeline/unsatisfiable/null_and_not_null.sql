-- rows: 1
-- error /targets/0: public.never: no row can meet never_a_check can hold of no row: "a" IS NULL (NOT NULL: a) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (a integer NOT NULL CHECK (a IS NULL));
