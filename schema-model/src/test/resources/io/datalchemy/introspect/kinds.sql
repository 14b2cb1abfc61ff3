-- One of every kind of thing that schema.json has a place for; older servers get less.
CREATE SCHEMA app;
CREATE SCHEMA lib;
CREATE EXTENSION btree_gist SCHEMA lib;
CREATE EXTENSION citext SCHEMA lib;

CREATE TYPE lib.cor AS ENUM ('verde', 'azul', 'Amarelo escuro');
ALTER TYPE lib.cor ADD VALUE 'branco' BEFORE 'azul';
CREATE TYPE lib.nunca_usado AS ENUM ('x');
CREATE DOMAIN lib.positivo AS numeric(8,3) DEFAULT 1 NOT NULL
  CONSTRAINT positivo_maior CHECK (VALUE > 0) CONSTRAINT positivo_a CHECK (VALUE < 1000);
CREATE DOMAIN lib.dobro AS lib.positivo;
COMMENT ON DOMAIN lib.positivo IS 'Maior que zero';
CREATE TYPE lib.ponto AS (x double precision, "Y z" varchar(5), c lib.cor[]);
CREATE TYPE lib.faixa AS RANGE (subtype = lib.positivo);
CREATE FUNCTION lib.valido(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> ''''';
CREATE DOMAIN lib.valida AS text CHECK (lib.valido(VALUE));
CREATE SEQUENCE app.avulsa AS smallint START WITH 5 INCREMENT BY -2 MINVALUE -9 MAXVALUE 9 CYCLE;

CREATE TABLE app.tipos (
  c01 smallint, c02 integer, c03 bigint, c04 numeric, c05 numeric(7), c06 numeric(7,2),
  c07 numeric(3,-2), -- since 15
  c08 real, c09 double precision, c10 money, c11 text, c12 varchar,
  c13 varchar(20), c14 char, c15 char(4), c16 "char", c17 name, c18 bytea, c19 boolean, c20 date,
  c21 time, c22 time(3), c23 timetz, c24 timestamp(0), c25 timestamptz(6), c26 interval,
  c27 interval(2), c28 interval year to month, c29 uuid, c30 json, c31 jsonb, c32 xml, c33 inet,
  c34 cidr, c35 macaddr, c36 macaddr8, c37 bit(3), c38 varbit, c39 varbit(8), c40 point, c41 box,
  c42 tsvector, c43 int4range,
  c44 tstzmultirange, -- since 14
  c45 text[], c46 varchar(9)[][], c47 oid,
  c48 lib.cor, c49 lib.cor[], c50 lib.dobro, c51 lib.positivo[], c52 lib.ponto, c53 lib.faixa,
  c54 lib.citext, c55 text COLLATE "C", c56 pg_lsn, c57 regclass, c58 jsonpath, c59 int2vector
);

CREATE TABLE app.geral (
  id integer GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 5 MAXVALUE 900 CYCLE),
  "Nome Composto" text NOT NULL DEFAULT 'it''s',
  a integer,
  b integer,
  dobro integer GENERATED ALWAYS AS (a * 2) STORED,
  periodo tsrange,
  CONSTRAINT geral_pk PRIMARY KEY (id) DEFERRABLE,
  CONSTRAINT geral_uq UNIQUE NULLS NOT DISTINCT (b, a) DEFERRABLE INITIALLY DEFERRED, -- since 15
  CONSTRAINT geral_ck CHECK (a > 0 OR "Nome Composto" <> 'x'),
  CONSTRAINT geral_fn CHECK (lib.valido("Nome Composto")),
  CONSTRAINT geral_ex EXCLUDE USING gist (a WITH =, periodo WITH &&) WHERE (a > 5)
);
ALTER TABLE app.geral ADD CONSTRAINT geral_nv CHECK (b < 7) NOT VALID;
COMMENT ON TABLE app.geral IS 'Tabela "geral"';
COMMENT ON COLUMN app.geral.a IS E'linha 1\nlinha 2';
CREATE UNIQUE INDEX geral_ix ON app.geral (lower("Nome Composto") DESC, a) INCLUDE (b)
  WHERE b IS NOT NULL;
CREATE FUNCTION app.nada() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER geral_tg BEFORE INSERT OR UPDATE ON app.geral FOR EACH ROW
  EXECUTE FUNCTION app.nada();
CREATE RULE geral_ru AS ON DELETE TO app.geral DO INSTEAD NOTHING;
ALTER TABLE app.geral ENABLE ROW LEVEL SECURITY;

CREATE TABLE app.alvo (x integer, y integer, UNIQUE (y, x));
CREATE TABLE app.filha (
  a integer,
  b integer,
  CONSTRAINT filha_fk FOREIGN KEY (a, b) REFERENCES app.alvo (x, y) MATCH FULL
    ON UPDATE CASCADE ON DELETE SET DEFAULT DEFERRABLE INITIALLY DEFERRED
);
ALTER TABLE app.filha ADD CONSTRAINT filha_nv FOREIGN KEY (b, a) REFERENCES app.alvo (y, x)
  ON DELETE RESTRICT NOT VALID;

CREATE TABLE app.particionada (regiao text NOT NULL, n integer, PRIMARY KEY (regiao, n))
  PARTITION BY LIST (regiao);
CREATE TABLE app.parte_sul PARTITION OF app.particionada FOR VALUES IN ('sul', 'su''deste')
  PARTITION BY HASH (n);
CREATE TABLE app.parte_sul_0 PARTITION OF app.parte_sul FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE app.refere (
  regiao text, n integer, FOREIGN KEY (regiao, n) REFERENCES app.particionada (regiao, n)
);
CREATE TABLE app.herdeira (extra integer) INHERITS (app.alvo);
CREATE TABLE app.sem_colunas ();
CREATE VIEW app.visao AS SELECT x + 1 AS x1 FROM app.alvo;
CREATE MATERIALIZED VIEW app.visao_material AS SELECT y FROM app.alvo;
CREATE FOREIGN DATA WRAPPER nada;
CREATE SERVER nenhum FOREIGN DATA WRAPPER nada;
CREATE FOREIGN TABLE app.distante (id integer) SERVER nenhum;

CREATE COLLATION lib."Sem.Caixa" (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE COLLATION lib.simples (provider = libc, locale = 'C');
CREATE FUNCTION lib.interna(a text, b text) RETURNS double precision LANGUAGE plpgsql IMMUTABLE
  AS 'BEGIN RETURN 1; END';
CREATE FUNCTION lib.distancia(a text, b text) RETURNS double precision LANGUAGE sql IMMUTABLE
  AS 'SELECT lib.interna(a, b)';
CREATE TYPE lib.trecho AS RANGE (
  subtype = text, subtype_opclass = text_pattern_ops, collation = "C",
  subtype_diff = lib.distancia);
CREATE TYPE app.linha AS (a integer, b text);
CREATE TABLE app.digitada OF app.linha (a WITH OPTIONS PRIMARY KEY);
CREATE TABLE app.bisneta (t lib.trecho, u text COLLATE lib."Sem.Caixa") INHERITS (app.herdeira);
CREATE TABLE app.some_colunas (
  fora integer,
  a integer,
  b integer,
  CONSTRAINT some_fk FOREIGN KEY (a, b) REFERENCES app.alvo (x, y) ON DELETE SET NULL (b), -- since 15
  c varchar(8)
);
ALTER TABLE app.some_colunas DROP COLUMN fora;
CREATE INDEX some_ix ON app.some_colunas (
  a DESC NULLS LAST, b NULLS FIRST, c COLLATE "C" varchar_pattern_ops, (a + b) DESC);
CREATE TABLE app.por_data (dia date, n integer) PARTITION BY RANGE (dia, n);
CREATE TABLE app.por_data_2024 PARTITION OF app.por_data
  FOR VALUES FROM ('2024-01-01', MINVALUE) TO ('2025-01-01', 0);
CREATE TABLE app.por_data_resto PARTITION OF app.por_data DEFAULT;
CREATE SEQUENCE app.de_coluna OWNED BY app.some_colunas.a;
CREATE UNIQUE INDEX material_ix ON app.visao_material (y);
CREATE VIEW app.visao_de_visao AS SELECT v.x1, m.y FROM app.visao v, app.visao_material m;
ALTER TABLE app.geral FORCE ROW LEVEL SECURITY;
CREATE POLICY geral_po ON app.geral AS RESTRICTIVE FOR UPDATE USING (a > 1) WITH CHECK (a > 2);
COMMENT ON CONSTRAINT geral_ck ON app.geral IS 'Uma regra';
COMMENT ON CONSTRAINT positivo_a ON DOMAIN lib.positivo IS 'Outra regra';
COMMENT ON INDEX app.geral_ix IS 'Um índice';
COMMENT ON SEQUENCE app.avulsa IS 'Uma sequência';
COMMENT ON FUNCTION lib.valido(text) IS 'Uma função';
COMMENT ON TRIGGER geral_tg ON app.geral IS 'Um gatilho';
COMMENT ON TYPE lib.cor IS 'Uma cor';
COMMENT ON VIEW app.visao IS 'Uma visão';
