CREATE TABLE pai (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, nome text);
CREATE TABLE filho (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, pai_id bigint NOT NULL REFERENCES pai CHECK (pai_id > 0));
CREATE TABLE menor (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a_id bigint NOT NULL REFERENCES pai, b_id bigint NOT NULL REFERENCES pai, CHECK (a_id < b_id));
CREATE TABLE umaum (id bigint PRIMARY KEY REFERENCES pai, ativo boolean NOT NULL, CHECK (id > 0 AND id < 1000000));
CREATE TABLE propria (id bigint PRIMARY KEY, p_id bigint NOT NULL REFERENCES pai, teto integer NOT NULL, CHECK (teto > p_id));
CREATE TABLE texto (cod char(3) PRIMARY KEY CHECK (cod ~ '^[A-Z]{3}$'));
CREATE TABLE filtext (id bigint PRIMARY KEY, cod char(3) NOT NULL REFERENCES texto, CHECK (cod ~ '^[A-Z]{3}$'));
CREATE TABLE reftres (id bigint PRIMARY KEY, p_id bigint NOT NULL REFERENCES pai CHECK (p_id <= 100), q_id bigint REFERENCES pai);
