-- rows: 2
-- error /targets/0/rows: public.settings: settings_pkey allows 1 rows at most (1 values of id), asked were 2 [value_space_too_small]; set its rows to 1 or fewer
CREATE TABLE settings (id integer PRIMARY KEY CHECK (id = 1), name text);
