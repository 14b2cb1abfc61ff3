-- rows of bill: 3
-- rows of line: 10
-- error /targets/1/rows: public.line: line_pkey allows 9 rows at most (9 numbers within a parent), asked were 10 [value_space_too_small]; set its rows to 9 or fewer
CREATE TABLE bill (id integer PRIMARY KEY);
CREATE TABLE line (bill_id integer REFERENCES bill, number smallint CHECK (number BETWEEN 1 AND 3), PRIMARY KEY (bill_id, number));
