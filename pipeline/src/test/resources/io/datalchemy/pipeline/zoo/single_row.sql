CREATE TABLE config (id integer PRIMARY KEY CHECK (id = 1), name text);
CREATE TABLE lock (id boolean PRIMARY KEY DEFAULT true CHECK (id));
