CREATE TABLE airport (code char(3) PRIMARY KEY CHECK (code = 'GRU'));
CREATE TABLE flight (
  id integer PRIMARY KEY,
  origin char(3) NOT NULL REFERENCES airport,
  destination char(3) NOT NULL REFERENCES airport,
  CHECK (origin <> destination));
