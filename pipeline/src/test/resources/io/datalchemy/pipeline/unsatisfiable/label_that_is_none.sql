-- rows: 1
-- error /targets/0: public.never: no row can meet never_mood_check can hold of no row: "mood"::text = 'angry'::text (NOT NULL: mood) [unsatisfiable_constraints]; leave the table out, or ignore its CHECKs with a constraint_policy
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TABLE never (mood mood NOT NULL CHECK (mood::text = 'angry'));
