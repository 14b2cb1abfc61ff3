-- rows: 1
-- error /targets/0: public.never: no row can meet never_a_check can hold of no row: "a" > 40000 (NOT NULL: a; a: -32768 to 32767) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (a smallint NOT NULL CHECK (a > 40000));
