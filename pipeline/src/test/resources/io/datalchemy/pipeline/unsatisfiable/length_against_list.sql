-- rows: 1
-- error /targets/0: public.never: no row can meet never_code_check, never_code_check1 cannot hold together: "code" = ANY (ARRAY['a'::text, 'bb'::text]) and length("code") >= 3 (NOT NULL: code) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (code text NOT NULL CHECK (code IN ('a', 'bb')), CHECK (length(code) >= 3));
