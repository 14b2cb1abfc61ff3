-- rows of parent: 4
-- rows of child: 13
-- error /targets/1/rows: public.child: child_pkey allows 12 rows at most (12 values of kind per parent), asked were 13 [value_space_too_small]; set its rows to 12 or fewer
CREATE TABLE parent (id integer PRIMARY KEY CHECK (id BETWEEN 1 AND 4));
CREATE TABLE child (parent_id integer NOT NULL REFERENCES parent, kind text NOT NULL CHECK (kind IN ('a', 'b', 'c')), PRIMARY KEY (parent_id, kind));
