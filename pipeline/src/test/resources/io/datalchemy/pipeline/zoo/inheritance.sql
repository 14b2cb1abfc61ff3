CREATE TABLE place (id integer PRIMARY KEY, name text NOT NULL CHECK (length(name) < 40));
CREATE TABLE capital (state char(2) NOT NULL) INHERITS (place);
