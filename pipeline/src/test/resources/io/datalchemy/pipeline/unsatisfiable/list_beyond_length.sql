-- rows: 1
-- error /targets/0: public.never: no row can meet never_a_check can hold of no row: "a"::text = ANY (ARRAY['abc'::character varying, 'defg'::character varying]::text[]) (NOT NULL: a; a: at most 2 characters) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (a varchar(2) NOT NULL CHECK (a IN ('abc', 'defg')));
