-- rows of person: 5
-- rows of passport: 6
-- error /targets/1/rows: public.passport: passport_person_id_key allows 5 rows at most (5 rows of public.person), asked were 6 [value_space_too_small]; set its rows to 5 or fewer
CREATE TABLE person (id integer PRIMARY KEY);
CREATE TABLE passport (id integer PRIMARY KEY, person_id integer NOT NULL UNIQUE REFERENCES person);
