-- rows: 1
-- error /targets/0: public.never: no row can meet never_share_check, percent.percent_check on share cannot hold together: "share"::integer > 100 and "share" <= 100 (NOT NULL: share) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE DOMAIN percent AS integer CHECK (VALUE BETWEEN 0 AND 100);
CREATE TABLE never (share percent NOT NULL CHECK (share > 100));
