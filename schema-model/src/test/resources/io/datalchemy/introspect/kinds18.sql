-- since 18
-- One of every kind of thing that only PostgreSQL 18 has.
CREATE TABLE nota (
  id int4range,
  valido daterange,
  outro daterange,
  a integer,
  b integer GENERATED ALWAYS AS (a + 1) VIRTUAL,
  CONSTRAINT nota_pk PRIMARY KEY (id, valido WITHOUT OVERLAPS),
  CONSTRAINT nota_uq UNIQUE (id, outro WITHOUT OVERLAPS),
  CONSTRAINT nota_ck CHECK (a > 1) NOT ENFORCED
);
CREATE TABLE item (
  nota int4range,
  quando daterange,
  CONSTRAINT item_fk FOREIGN KEY (nota, PERIOD quando) REFERENCES nota (id, PERIOD valido),
  CONSTRAINT item_solta FOREIGN KEY (nota, PERIOD quando) REFERENCES nota (id, PERIOD valido)
    NOT ENFORCED
);
CREATE TABLE parcial (dia date, n bigint GENERATED ALWAYS AS IDENTITY) PARTITION BY LIST (dia);
CREATE TABLE parcial_1 PARTITION OF parcial FOR VALUES IN ('2026-01-01');
