-- rows: 50
-- error /targets/1/rows: public.entry: entry_account_id_check allows 0 rows at most (no row of public.account meets it, whose id is 1 to 50), asked were 50 [value_space_too_small]; ask for more rows of the tables that it refers to, or leave the table out
CREATE TABLE account (id serial PRIMARY KEY);
CREATE TABLE entry (id serial PRIMARY KEY, account_id int NOT NULL REFERENCES account CHECK (account_id > 100));
