-- rows: 1
-- error /targets/0: public.never: no row can meet never_a_check can hold of no row: "a" = ANY (ARRAY['3000000000'::bigint, '4000000000'::bigint]) (NOT NULL: a; a: -2147483648 to 2147483647) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TABLE never (a integer NOT NULL CHECK (a IN (3000000000, 4000000000)));
