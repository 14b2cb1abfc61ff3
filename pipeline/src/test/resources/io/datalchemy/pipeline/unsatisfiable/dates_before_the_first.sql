-- rows: 1
-- error /targets/0: public.never: no row can meet never_day_check can hold of no row: "day" > 'infinity'::date (NOT NULL: day) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (day date NOT NULL CHECK (day > 'infinity'));
