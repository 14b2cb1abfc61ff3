CREATE TABLE circle_of (id integer PRIMARY KEY, c circle, EXCLUDE USING gist (c WITH &&));
