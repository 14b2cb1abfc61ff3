CREATE TABLE seat (id integer PRIMARY KEY);
CREATE TABLE passenger (id integer PRIMARY KEY, seat_id integer UNIQUE REFERENCES seat);
