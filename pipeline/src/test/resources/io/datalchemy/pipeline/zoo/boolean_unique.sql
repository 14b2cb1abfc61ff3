CREATE TABLE flag (id integer PRIMARY KEY, is_default boolean UNIQUE);
