-- rows of one: 3
-- rows of other: 4
-- rows of both_of: 13
-- error /targets/2/rows: public.both_of: both_of_pkey allows 12 rows at most (12 pairs of parents), asked were 13 [value_space_too_small]; set its rows to 12 or fewer
CREATE TABLE one (id integer PRIMARY KEY);
CREATE TABLE other (id integer PRIMARY KEY);
CREATE TABLE both_of (one_id integer REFERENCES one, other_id integer REFERENCES other, PRIMARY KEY (one_id, other_id));
