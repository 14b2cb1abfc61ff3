-- rows: 40000
-- error /targets/0/rows: public.small: small_pkey allows 32767 rows at most (32767 values of id), asked were 40000 [value_space_too_small]; set its rows to 32767 or fewer
CREATE TABLE small (id smallint PRIMARY KEY);
