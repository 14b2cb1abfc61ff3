CREATE TYPE day AS ENUM ('mon', 'tue', 'wed');
CREATE TABLE shift (id integer PRIMARY KEY, days day[] NOT NULL, other day[]);
