CREATE TABLE linear (id bigint PRIMARY KEY, a integer NOT NULL, b integer NOT NULL, c integer NOT NULL, CHECK (a >= 0 AND b >= 0), CHECK (a + b <= c), CHECK (c <= 100));
CREATE TABLE porc (id bigint PRIMARY KEY, a integer NOT NULL CHECK (a BETWEEN 0 AND 100), b integer NOT NULL CHECK (b BETWEEN 0 AND 100), CHECK (a + b = 100));
CREATE TABLE porc3 (id bigint PRIMARY KEY, a numeric(5,2) NOT NULL CHECK (a >= 0), b numeric(5,2) NOT NULL CHECK (b >= 0), c numeric(5,2) NOT NULL CHECK (c >= 0), CHECK (a + b + c = 100));
CREATE TABLE descon (id bigint PRIMARY KEY, price numeric(10,2) NOT NULL CHECK (price > 0), discount numeric(10,2) NOT NULL CHECK (discount >= 0), CHECK (discount <= price * 0.5));
CREATE TABLE pago (id bigint PRIMARY KEY, total numeric(10,2) NOT NULL CHECK (total > 0), paid numeric(10,2) NOT NULL CHECK (paid >= 0), rest numeric(10,2) NOT NULL CHECK (rest >= 0), CHECK (paid <= total), CHECK (paid + rest = total));
CREATE TABLE potencia (id bigint PRIMARY KEY, a integer NOT NULL CHECK (power(a, 2) <= 100), q integer NOT NULL, p numeric(10,2) NOT NULL, CHECK (q * p <= 1000), CHECK (q > 0 AND p > 0));
