CREATE TYPE size AS ENUM ('small', 'medium', 'large');
CREATE TABLE price (id integer PRIMARY KEY, size size NOT NULL UNIQUE);
