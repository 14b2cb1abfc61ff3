CREATE TABLE never (id integer PRIMARY KEY, a integer NOT NULL CHECK (a > 5), CHECK (a < 3));
