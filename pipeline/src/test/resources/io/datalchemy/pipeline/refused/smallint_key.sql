CREATE TABLE small (id smallint PRIMARY KEY);
