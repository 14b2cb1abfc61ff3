CREATE TABLE small (id smallserial PRIMARY KEY, n integer);
