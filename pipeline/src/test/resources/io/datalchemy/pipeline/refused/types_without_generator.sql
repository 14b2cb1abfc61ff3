CREATE TABLE shape (
  id integer PRIMARY KEY, place point NOT NULL, found tsvector NOT NULL, odd numeric(3,-2) NOT NULL);
