-- rows: 1
-- error /targets/0: public.never: no row can meet never_a_check can hold of no row: the shortest text that matches is longer than the 3 characters of a (NOT NULL: a) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (a varchar(3) NOT NULL CHECK (a ~ '^[A-Z]{5}$'));
