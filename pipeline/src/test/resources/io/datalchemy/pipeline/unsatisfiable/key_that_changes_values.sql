-- rows: 1
-- error /targets/0: public.child.parent_id: foreign key child_parent_id_fkey would turn numeric(10,2) into integer, which can change the value [unsupported_key_types]; give both columns one type, or disable the key with a foreign_key_strategy rule
CREATE TABLE parent (id numeric(10,2) PRIMARY KEY);
CREATE TABLE child (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES parent);
