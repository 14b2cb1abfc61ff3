CREATE TABLE pai (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, nome text);
CREATE TABLE difu (a_id bigint NOT NULL REFERENCES pai, b_id bigint NOT NULL REFERENCES pai, PRIMARY KEY (a_id, b_id), CHECK (a_id <> b_id));
CREATE TABLE autom (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, pai_id bigint REFERENCES autom, CHECK (pai_id < id));
CREATE TABLE autoc (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, c boolean CHECK (true), pai_id bigint REFERENCES autoc, CHECK (id >= pai_id));
