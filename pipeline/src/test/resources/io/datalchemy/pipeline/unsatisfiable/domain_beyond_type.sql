-- rows: 1
-- error /targets/0: public.never: no row can meet big.big_check on a can hold of no row: "a" >= 32768 (NOT NULL: a; a: -32768 to 32767) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE DOMAIN big AS smallint CHECK (VALUE >= 32768);
CREATE TABLE never (a big NOT NULL);
