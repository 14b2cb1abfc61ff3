CREATE TYPE size AS ENUM ('small', 'medium', 'large');
CREATE TYPE colour AS ENUM ('red', 'green', 'blue', 'black');
CREATE TABLE shirt (size size, colour colour, PRIMARY KEY (size, colour));
