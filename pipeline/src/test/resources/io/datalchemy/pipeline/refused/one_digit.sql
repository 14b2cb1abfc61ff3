CREATE TABLE small (digit numeric(1,0) UNIQUE NOT NULL, letter char(1) PRIMARY KEY);
