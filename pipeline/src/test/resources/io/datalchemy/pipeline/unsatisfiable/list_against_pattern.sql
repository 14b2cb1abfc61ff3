-- rows: 1
-- error /targets/0: public.never: no row can meet never_code_check, never_code_check1 cannot hold together: "code" = ANY (ARRAY['abc'::text, 'def'::text]) and "code" ~ '^[0-9]+$'::text (NOT NULL: code) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (code text NOT NULL CHECK (code IN ('abc', 'def')), CHECK (code ~ '^[0-9]+$'));
