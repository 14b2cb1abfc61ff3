-- rows: 30
-- error /targets/0/rows: public.letter: letter_letter_key allows 26 rows at most (26 values of letter), asked were 30 [value_space_too_small]; set its rows to 26 or fewer
CREATE TABLE letter (id integer PRIMARY KEY, letter char(1) NOT NULL UNIQUE CHECK (letter ~ '^[A-Z]$'));
