-- rows: 2
-- error /targets/0: tables [public.egg, public.hen]: refer to each other by keys that may be neither NULL nor deferred, so that no order of loading satisfies them: public.egg (egg_hen_id_fkey) -> public.hen; public.hen (hen_egg_id_fkey) -> public.egg [impossible_cycle]; make egg_hen_id_fkey of public.egg nullable or DEFERRABLE in the database, disable it with a foreign_key_strategy that names it, or load the rows before the keys are made and say so with a constraint_policy of warn for foreign_key
CREATE TABLE hen (id integer PRIMARY KEY, egg_id integer NOT NULL);
CREATE TABLE egg (id integer PRIMARY KEY, hen_id integer NOT NULL REFERENCES hen);
ALTER TABLE hen ADD FOREIGN KEY (egg_id) REFERENCES egg;
