-- rows: 1
-- error /targets/0: public.never: no row can meet never_code_check can hold of no row: length("code"::text) > 5 (NOT NULL: code; code: at most 5 characters) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (code varchar(5) NOT NULL CHECK (length(code) > 5));
