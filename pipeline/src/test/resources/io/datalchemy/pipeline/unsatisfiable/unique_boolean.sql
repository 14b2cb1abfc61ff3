-- rows: 3
-- error /targets/0/rows: public.flag: flag_is_main_key allows 2 rows at most (2 values of is_main), asked were 3 [value_space_too_small]; set its rows to 2 or fewer
CREATE TABLE flag (id integer PRIMARY KEY, is_main boolean NOT NULL UNIQUE);
