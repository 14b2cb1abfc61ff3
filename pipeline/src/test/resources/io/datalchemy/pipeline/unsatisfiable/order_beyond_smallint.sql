-- rows: 1
-- error /targets/0: public.never: no row can meet never_b_check, never_check cannot hold together: "b" > 40000 and "a" > "b" (NOT NULL: a, b; a: -32768 to 32767; b: -2147483648 to 2147483647) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (a smallint NOT NULL, b integer NOT NULL CHECK (b > 40000), CHECK (a > b));
