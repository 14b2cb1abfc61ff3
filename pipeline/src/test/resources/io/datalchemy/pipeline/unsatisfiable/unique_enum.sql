-- rows: 4
-- error /targets/0/rows: public.price: price_size_key allows 3 rows at most (3 values of size), asked were 4 [value_space_too_small]; set its rows to 3 or fewer
CREATE TYPE size AS ENUM ('s', 'm', 'l');
CREATE TABLE price (id integer PRIMARY KEY, size size NOT NULL UNIQUE);
