-- rows: 1
-- error /targets/0: public.never: no row can meet never_a_check can hold of no row: "a" >= 100::numeric (NOT NULL: a; a: -99.9 to 99.9) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (a numeric(3,1) NOT NULL CHECK (a >= 100));
