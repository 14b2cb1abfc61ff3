-- rows of city: 200
-- error /targets/0: public.state: state_pkey allows 2 rows at most (2 values of code), asked were 200 [value_space_too_small]; set its rows to 2 or fewer
CREATE TABLE state (code char(1) PRIMARY KEY CHECK (code IN ('a', 'b')));
CREATE TABLE city (id integer PRIMARY KEY, state char(1) NOT NULL REFERENCES state);
