-- rows: 50
-- error /targets/1/rows: public.detail: detail_pkey allows 7 rows at most (7 rows of public.account), asked were 50 [value_space_too_small]; set its rows to 7 or fewer
CREATE TABLE account (id serial PRIMARY KEY);
CREATE TABLE detail (account_id int PRIMARY KEY REFERENCES account CHECK (account_id <= 7));
