-- rows of tag: 4
-- rows of related: 7
-- error /targets/1/rows: public.related: related_check allows 6 rows at most (6 pairs in order of the 4 rows of public.tag), asked were 7 [value_space_too_small]; set its rows to 6 or fewer
CREATE TABLE tag (id serial PRIMARY KEY);
CREATE TABLE related (one int REFERENCES tag, other int REFERENCES tag, PRIMARY KEY (one, other), CHECK (one < other));
