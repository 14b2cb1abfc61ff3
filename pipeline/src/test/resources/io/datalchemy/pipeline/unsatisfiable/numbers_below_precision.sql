-- rows: 1
-- error /targets/0: public.never: no row can meet never_a_check can hold of no row: "a" <= '-10000'::integer::numeric (NOT NULL: a; a: -9999 to 9999) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (a numeric(4) NOT NULL CHECK (a <= -10000));
