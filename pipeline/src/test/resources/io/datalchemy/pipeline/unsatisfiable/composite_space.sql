-- rows: 7
-- error /targets/0/rows: public.cell: cell_pkey allows 6 rows at most (6 combinations of values), asked were 7 [value_space_too_small]; set its rows to 6 or fewer
CREATE TABLE cell (a text NOT NULL CHECK (a IN ('x', 'y')), b text NOT NULL CHECK (b IN ('p', 'q', 'r')), PRIMARY KEY (a, b));
