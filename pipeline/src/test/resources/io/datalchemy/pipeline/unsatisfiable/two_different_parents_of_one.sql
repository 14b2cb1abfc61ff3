-- rows: 1
-- error /targets/1/rows: public.flight: flight_check allows 0 rows at most (public.airport has 1 row and it takes two), asked were 1 [value_space_too_small]; ask for more rows of the tables that it refers to, or leave the table out
CREATE TABLE airport (id integer PRIMARY KEY);
CREATE TABLE flight (id integer PRIMARY KEY, from_id integer NOT NULL REFERENCES airport, to_id integer NOT NULL REFERENCES airport, CHECK (from_id <> to_id));
