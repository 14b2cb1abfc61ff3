CREATE TABLE a (id boolean PRIMARY KEY);
CREATE TABLE b (id boolean PRIMARY KEY);
CREATE TABLE a_b (
  a_id boolean REFERENCES a, b_id boolean REFERENCES b, PRIMARY KEY (a_id, b_id));
