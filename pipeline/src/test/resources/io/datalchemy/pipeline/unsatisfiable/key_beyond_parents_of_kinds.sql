-- rows: 50
-- error /targets/1/rows: public.entry: entry_check, entry_kind_check allows 0 rows at most (no row of the tables referred to has a key that meets it), asked were 50 [value_space_too_small]; ask for more rows of the tables that it refers to, or leave the table out
CREATE TABLE account (id serial PRIMARY KEY);
CREATE TABLE entry (id serial PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('a', 'b')), account_id int NOT NULL REFERENCES account,
  CHECK (kind = 'a' AND account_id > 100 OR kind = 'b' AND account_id < 1));
