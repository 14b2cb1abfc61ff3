-- Few parents have a key that the CHECKs allow: those are picked.
CREATE TABLE p (id bigint GENERATED ALWAYS AS IDENTITY (START WITH 5 INCREMENT BY 3) PRIMARY KEY, name text NOT NULL);
CREATE TABLE q (id int PRIMARY KEY, x int);
CREATE TABLE sub (id bigint PRIMARY KEY REFERENCES p, y int);
CREATE TABLE few (id int PRIMARY KEY, p_id bigint NOT NULL REFERENCES p CHECK (p_id <= 100));
CREATE TABLE span (id int PRIMARY KEY, p_id bigint NOT NULL REFERENCES p CHECK (p_id BETWEEN 1 AND 30 AND p_id <> 8 AND p_id <> 14));
CREATE TABLE one_of (id int PRIMARY KEY, q_id int NOT NULL REFERENCES q CHECK (q_id = ANY (ARRAY[3, 5, 99999, 9])));
CREATE TABLE either (id int PRIMARY KEY, q_id int REFERENCES q CHECK (q_id IS NULL OR q_id < 7 OR q_id > 9990));
CREATE TABLE each_once (id int PRIMARY KEY, p_id bigint NOT NULL UNIQUE REFERENCES p CHECK (p_id < 1000));
CREATE TABLE line (p_id bigint NOT NULL REFERENCES p CHECK (p_id < 50), no int NOT NULL, PRIMARY KEY (p_id, no));
CREATE TABLE tag (p_id bigint NOT NULL REFERENCES p CHECK (p_id < 500), q_id int NOT NULL REFERENCES q CHECK (q_id < 90), PRIMARY KEY (p_id, q_id));
CREATE TABLE through_sub (id int PRIMARY KEY, sub_id bigint NOT NULL REFERENCES sub CHECK (sub_id < 50));
CREATE TABLE by_kind (id int PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('a', 'b', 'c')), q_id int REFERENCES q,
  CHECK (kind = 'a' AND q_id <= 10 OR kind = 'b' AND q_id > 9995 OR kind = 'c' AND q_id IS NULL));
CREATE TABLE unless (id int PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('a', 'b')), q_id int NOT NULL REFERENCES q,
  CHECK (kind <> 'a' OR q_id <= 10));
