-- since 18
-- Everything that the sample database has not, for a PostgreSQL 18: odd names, every built-in type,
-- and one of each kind of object in the forms in which they are easily got wrong.

-- Names: dots, quotes, spaces, upper case, reserved words, 63 bytes of one and of two bytes each.
CREATE SCHEMA "A.b ""c"" d";
CREATE SCHEMA "select";
CREATE SCHEMA aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;
CREATE SCHEMA "ééééééééééééééééééééééééééééééé";
CREATE TYPE "A.b ""c"" d"."My 'enum', (1)" AS ENUM ('it''s', '', 'B', 'a"b', 'x]::text[]');
CREATE TYPE "select"."table" AS ("from" int, "where.x" "A.b ""c"" d"."My 'enum', (1)"[]);
CREATE DOMAIN "select"."order" AS "A.b ""c"" d"."My 'enum', (1)" CHECK (VALUE <> 'B');
CREATE TABLE "A.b ""c"" d"."T.a, ""b"" c" (
  "select" int CONSTRAINT "p k.""1""" PRIMARY KEY,
  "Mixed Case" "A.b ""c"" d"."My 'enum', (1)" DEFAULT 'it''s' NOT NULL,
  "list" "A.b ""c"" d"."My 'enum', (1)"[][],
  "t.t" "select"."table",
  "o" "select"."order"[],
  "ççççççççççççççççççççççççççççççç" text UNIQUE,
  bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb int
    CHECK (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb > 0));
CREATE TABLE "ééééééééééééééééééééééééééééééé"."aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" (
  "user" int REFERENCES "A.b ""c"" d"."T.a, ""b"" c" ("select"));
CREATE INDEX "Ix on ONLY x" ON "A.b ""c"" d"."T.a, ""b"" c" ("Mixed Case", ("select" + 1) DESC);
COMMENT ON SCHEMA "select" IS 'a word';
COMMENT ON CONSTRAINT "p k.""1""" ON "A.b ""c"" d"."T.a, ""b"" c" IS 'a key';
COMMENT ON INDEX "A.b ""c"" d"."Ix on ONLY x" IS E'an index\nof two lines';
COMMENT ON TYPE "select"."table" IS 'a type';
COMMENT ON COLUMN "A.b ""c"" d"."T.a, ""b"" c"."t.t" IS 'it''s a \ "column"';
COMMENT ON TABLE "A.b ""c"" d"."T.a, ""b"" c" IS 'a table';

-- Two schemas with the same table names, keys across them, and a circle of three tables.
CREATE SCHEMA one;
CREATE SCHEMA two;
CREATE TABLE one.item (id int PRIMARY KEY, other int, third int NOT NULL);
CREATE TABLE two.item (id int PRIMARY KEY, other int REFERENCES one.item, name varchar(20));
CREATE TABLE two.third (id int PRIMARY KEY, item int NOT NULL REFERENCES two.item);
ALTER TABLE one.item ADD CONSTRAINT item_other_fk FOREIGN KEY (other) REFERENCES two.item;
ALTER TABLE one.item ADD CONSTRAINT item_third_fk FOREIGN KEY (third) REFERENCES two.third
  DEFERRABLE INITIALLY DEFERRED;

-- Tables without columns, without a key, and with places where columns were.
CREATE TABLE one.no_columns ();
CREATE TABLE one.no_key (a int, b text);
CREATE TABLE one.dropped (x int, a int, y text, z text, b text, last int);
ALTER TABLE one.dropped DROP COLUMN x, DROP COLUMN y, DROP COLUMN z, DROP COLUMN last;
CREATE TABLE one.only_dropped (a int, b int);
ALTER TABLE one.only_dropped DROP COLUMN a;
ALTER TABLE one.dropped ADD COLUMN "dropped 1" int;

-- Functions, plain, overloaded, called by others, with types of the schema, procedures for triggers.
CREATE TYPE one.mood AS ENUM ('ok', 'so so');
CREATE FUNCTION two.digits(text) RETURNS text IMMUTABLE LANGUAGE sql
  AS $$ SELECT regexp_replace($1, '[^0-9]', '', 'g') $$;
CREATE FUNCTION one.valid(t text, at_least int DEFAULT 1) RETURNS boolean IMMUTABLE LANGUAGE plpgsql
  AS $body$ BEGIN RETURN length(two.digits(t)) >= at_least; END $body$;
CREATE FUNCTION one.valid(m one.mood) RETURNS boolean STABLE LANGUAGE sql RETURN m <> 'so so';
DO $do$ BEGIN EXECUTE $$
  CREATE FUNCTION one.item_name(i two.item) RETURNS text STABLE LANGUAGE sql
    BEGIN ATOMIC SELECT 1; SELECT coalesce(i.name, '?'); END $$; END $do$;
CREATE FUNCTION one.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION one.distance(a varchar, b varchar) RETURNS float8 IMMUTABLE LANGUAGE sql
  AS 'SELECT 1.0::float8';
COMMENT ON FUNCTION one.valid(text, int) IS 'a function';

-- Collations, domains over domains, composites and ranges.
CREATE COLLATION one.plain (provider = libc, locale = 'C');
CREATE COLLATION two."Ignore.Case" (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
COMMENT ON COLLATION one.plain IS 'a collation';
CREATE DOMAIN two.z_base AS numeric(6,2) DEFAULT 1.5 NOT NULL
  CONSTRAINT positive CHECK (VALUE > 0) CONSTRAINT small CHECK (VALUE < 1000);
CREATE DOMAIN one.a_top AS two.z_base CONSTRAINT lucky CHECK (VALUE <> 13);
ALTER DOMAIN one.a_top ADD CONSTRAINT later CHECK (VALUE <> 14) NOT VALID;
CREATE DOMAIN one.a_code AS varchar(9) COLLATE one.plain
  CHECK (VALUE IN ('a', 'b', 'it''s')) CHECK (one.valid(VALUE, 2));
CREATE DOMAIN one.moods AS one.mood[] CHECK (array_length(VALUE, 1) < 4);
CREATE TYPE one.b_pair AS (first one.a_top, second one.mood, third text COLLATE two."Ignore.Case");
CREATE DOMAIN one.a_pair AS one.b_pair CHECK ((VALUE).first IS NOT NULL);
CREATE TYPE two.a_range AS RANGE (
  subtype = varchar, subtype_diff = one.distance, collation = "C", multirange_type_name = two.a_ranges);
CREATE TYPE one.by_pattern AS RANGE (subtype = text, subtype_opclass = text_pattern_ops);
COMMENT ON DOMAIN one.a_top IS 'a domain';
COMMENT ON CONSTRAINT lucky ON DOMAIN one.a_top IS 'a rule';
CREATE TABLE one.of_types (
  a one.a_top, b one.moods, c one.b_pair, d one.a_pair[], e two.a_range, f two.a_ranges,
  g one.a_code, h one.by_pattern, i text COLLATE two."Ignore.Case", j text COLLATE "C",
  k varchar(4)[] COLLATE one.plain);

-- A column of every built-in type.
CREATE TABLE two.every_type (
  c01 smallint, c02 integer, c03 bigint, c04 numeric, c05 numeric(7), c06 numeric(7,2),
  c07 numeric(3,-2), c08 numeric(3,6), c09 real, c10 double precision, c11 money, c12 text,
  c13 varchar, c14 varchar(20), c15 char, c16 char(4), c17 "char", c18 name, c19 bytea,
  c20 boolean, c21 date, c22 time, c23 time(3), c24 timetz, c25 timetz(0), c26 timestamp,
  c27 timestamp(0), c28 timestamptz, c29 timestamptz(6), c30 interval, c31 interval(2),
  c32 interval year, c33 interval month, c34 interval day, c35 interval hour, c36 interval minute,
  c37 interval second, c38 interval year to month, c39 interval day to hour,
  c40 interval day to minute, c41 interval day to second, c42 interval hour to minute,
  c43 interval hour to second, c44 interval minute to second, c45 interval second(3),
  c46 interval day to second(0), c47 uuid, c48 json, c49 jsonb, c50 jsonpath, c51 xml, c52 inet,
  c53 cidr, c54 macaddr, c55 macaddr8, c56 bit, c57 bit(3), c58 varbit, c59 varbit(8), c60 point,
  c61 line, c62 lseg, c63 box, c64 path, c65 polygon, c66 circle, c67 tsvector, c68 tsquery,
  c69 int4range, c70 int8range, c71 numrange, c72 tsrange, c73 tstzrange, c74 daterange,
  c75 int4multirange, c76 int8multirange, c77 nummultirange, c78 tsmultirange,
  c79 tstzmultirange, c80 datemultirange, c81 oid, c82 regproc, c83 regprocedure, c84 regoper,
  c85 regoperator, c86 regclass, c87 regtype, c88 regrole, c89 regnamespace, c90 regconfig,
  c91 regdictionary, c92 regcollation, c93 pg_lsn, c94 pg_snapshot, c95 txid_snapshot, c96 xid,
  c97 xid8, c98 cid, c99 tid, d01 oidvector, d02 int2vector, d03 refcursor, d04 aclitem,
  d05 int[], d06 numeric(5,2)[][], d07 varchar(4)[], d08 timestamp(2)[], d09 "char"[],
  d10 char(3)[], d11 int4range[], d12 interval(1)[], d13 bit(5)[], d14 text[3]);

-- Constraints and indexes of every kind.
CREATE EXTENSION btree_gist SCHEMA two;
CREATE TABLE one.parent (
  a int, b text, c int, d int,
  CONSTRAINT p_key PRIMARY KEY (b, a) INCLUDE (c) WITH (fillfactor = 70),
  CONSTRAINT p_u1 UNIQUE (c) DEFERRABLE,
  CONSTRAINT p_u2 UNIQUE NULLS NOT DISTINCT (d, c) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT p_u3 UNIQUE (d));
CREATE TABLE one.child (
  x int CHECK (x > 0) NO INHERIT, y text NOT NULL, z int, r int4range, s varchar(10),
  CONSTRAINT c_f1 FOREIGN KEY (y, x) REFERENCES one.parent (b, a) MATCH FULL
    ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT c_f2 FOREIGN KEY (z) REFERENCES one.parent (d) ON DELETE SET DEFAULT,
  CONSTRAINT c_f3 FOREIGN KEY (y, x) REFERENCES one.parent (b, a) ON DELETE SET NULL (x),
  CONSTRAINT c_f4 FOREIGN KEY (z) REFERENCES one.parent (d) NOT ENFORCED,
  CONSTRAINT c_x EXCLUDE USING gist (z WITH =, r WITH &&) WHERE (x > 1),
  CONSTRAINT c_list CHECK (s IN ('a', 'b', 'it''s') OR y NOT IN ('c', 'd') OR s = ANY ('{e,f}')),
  CONSTRAINT c_valid CHECK (one.valid(y)),
  CONSTRAINT c_soft CHECK (z > 5) NOT ENFORCED,
  CONSTRAINT c_or CHECK (x IS NULL OR x < 10 AND y <> 'a''b' AND s ~ E'^\\d+$'));
ALTER TABLE one.child ADD CONSTRAINT c_later CHECK (z < 100) NOT VALID;
ALTER TABLE one.child ADD CONSTRAINT c_f5 FOREIGN KEY (z) REFERENCES one.parent (d) NOT VALID;
CREATE UNIQUE INDEX c_low ON one.child (lower(y), (x + 1)) WHERE s IN ('a', 'b');
CREATE UNIQUE INDEX c_nulls ON one.child (x) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX p_target ON one.parent (a);
CREATE TABLE one.to_index (v int REFERENCES one.parent (a));
CREATE INDEX c_hash ON one.child USING hash (y);
CREATE INDEX c_brin ON one.child USING brin (x) WITH (pages_per_range = 16);
CREATE INDEX c_many ON one.child (z DESC NULLS LAST, x NULLS FIRST, y text_pattern_ops) INCLUDE (s);
CREATE INDEX c_collated ON one.child (y COLLATE "C", s COLLATE two."Ignore.Case", s varchar_pattern_ops);
CREATE TABLE one.period (
  id int4range, during daterange, since daterange,
  CONSTRAINT period_pk PRIMARY KEY (id, during WITHOUT OVERLAPS),
  CONSTRAINT period_uq UNIQUE (id, since WITHOUT OVERLAPS));
CREATE TABLE one.in_period (
  id int4range, valid daterange,
  CONSTRAINT in_period_fk FOREIGN KEY (id, PERIOD valid) REFERENCES one.period (id, PERIOD during));

-- Identities, serials, sequences, defaults, generated columns.
CREATE SEQUENCE two.own AS smallint START 7 INCREMENT -2 MINVALUE -30 MAXVALUE 8 CACHE 3 CYCLE;
CREATE SEQUENCE two."Free One";
COMMENT ON SEQUENCE two.own IS 'a sequence';
CREATE TABLE one.counted (
  a int GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 5 MAXVALUE 100 CYCLE),
  b bigint GENERATED BY DEFAULT AS IDENTITY,
  c smallserial, d serial, e bigserial,
  f int DEFAULT nextval('two.own'), g timestamptz DEFAULT now(), h text DEFAULT 'it''s',
  i int[] DEFAULT '{1,2}', j int GENERATED ALWAYS AS (d * 2) STORED,
  k int GENERATED ALWAYS AS (d + 1) VIRTUAL, l uuid DEFAULT gen_random_uuid(),
  m text GENERATED ALWAYS AS (two.digits(h)) STORED, n varchar(5) DEFAULT 'x' || 'y',
  o boolean GENERATED ALWAYS AS (n IN ('a', 'b')) STORED, p interval DEFAULT '1 day 2 hours');
CREATE SEQUENCE one."Owned.One" OWNED BY one.counted.f;
CREATE TYPE one.row_type AS (a int, b text);
CREATE TABLE one.typed OF one.row_type (a WITH OPTIONS PRIMARY KEY, b DEFAULT 'z');

-- Partitions by range, list and hash, by default, of partitions, and one that was attached.
CREATE TABLE one.r (
  gone int, id int NOT NULL, at date NOT NULL, o int REFERENCES one.parent (a), n int CHECK (n > 0),
  m int, PRIMARY KEY (id, at), UNIQUE (id, n, at)) PARTITION BY RANGE (at);
ALTER TABLE one.r DROP COLUMN gone;
CREATE INDEX r_o ON one.r (o);
CREATE UNIQUE INDEX r_once ON one.r (id, at, lower(m::text));
CREATE TABLE one.a_2024 PARTITION OF one.r FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')
  PARTITION BY HASH (id);
CREATE TABLE one.a_2024_0 PARTITION OF one.a_2024 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE one.a_2024_1 PARTITION OF one.a_2024 (m DEFAULT 3)
  FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE one.attached (m int, n int, o int, at date NOT NULL, gone int, id int NOT NULL,
  CONSTRAINT r_n_check CHECK (n > 0));
ALTER TABLE one.attached DROP COLUMN gone;
ALTER TABLE one.r ATTACH PARTITION one.attached FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
CREATE TABLE two.r_rest PARTITION OF one.r DEFAULT;
ALTER TABLE two.r_rest ADD CONSTRAINT rest_m CHECK (m < 5);
ALTER TABLE two.r_rest ALTER COLUMN m SET NOT NULL;
CREATE INDEX rest_m_idx ON two.r_rest (m);
CREATE TABLE one.by_list (k text, id bigint GENERATED ALWAYS AS IDENTITY)
  PARTITION BY LIST (lower(k));
CREATE TABLE one.by_list_ab PARTITION OF one.by_list FOR VALUES IN ('a', 'b''c', NULL);
CREATE TABLE one.to_r (id int, at date, FOREIGN KEY (id, at) REFERENCES one.r);

-- Inheritance over several levels and from two tables.
CREATE TABLE two.z_root (id int PRIMARY KEY, n int NOT NULL CONSTRAINT n_ok CHECK (n > 0));
CREATE TABLE one.m_other (x text);
CREATE TABLE one.b_child (extra text UNIQUE, PRIMARY KEY (id)) INHERITS (two.z_root, one.m_other);
CREATE TABLE one.a_grandchild (more int CHECK (more > n)) INHERITS (one.b_child);
CREATE TABLE one.adopted (n int NOT NULL CONSTRAINT n_ok CHECK (n > 0), id int NOT NULL);
ALTER TABLE one.adopted INHERIT two.z_root;

-- Views of each other, over all kinds of tables; a materialized one with an index.
CREATE VIEW one.z_view AS SELECT i.id, t.name FROM one.item i JOIN two.item t USING (id)
  WHERE t.name IN ('a', 'b');
CREATE VIEW one.a_view AS SELECT v.*, one.valid(v.name) AS ok, c.d FROM one.z_view v, one.counted c;
CREATE MATERIALIZED VIEW two.all_of_it AS
  SELECT v.id, e.c02, r.at, one.item_name(i) AS item FROM one.a_view v, two.every_type e, one.r r,
    two.item i, "A.b ""c"" d"."T.a, ""b"" c" q WHERE q."select" = 1;
CREATE UNIQUE INDEX all_once ON two.all_of_it (id, at DESC);
CREATE VIEW one.recurring AS
  WITH RECURSIVE t (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 10) SELECT n FROM t;
CREATE FUNCTION two.viewed(v one.z_view) RETURNS text STABLE LANGUAGE sql RETURN v.name;
CREATE VIEW one.with_function AS SELECT two.viewed(z) AS name FROM one.z_view z;
ALTER VIEW one.z_view ALTER COLUMN name SET DEFAULT 'n';
COMMENT ON VIEW one.z_view IS 'a view';
COMMENT ON MATERIALIZED VIEW two.all_of_it IS 'a materialized view';
COMMENT ON COLUMN one.z_view.id IS 'a column of a view';

-- What acts by itself.
CREATE TRIGGER touched BEFORE INSERT OR UPDATE OF x, y ON one.child FOR EACH ROW
  WHEN (NEW.s IN ('a', 'b')) EXECUTE FUNCTION one.touch('it''s');
CREATE CONSTRAINT TRIGGER later AFTER DELETE ON one.parent DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION one.touch();
CREATE TRIGGER rows_of_r AFTER INSERT ON one.r FOR EACH ROW EXECUTE FUNCTION one.touch();
CREATE TRIGGER instead INSTEAD OF INSERT ON one.a_view FOR EACH ROW EXECUTE FUNCTION one.touch();
COMMENT ON TRIGGER touched ON one.child IS 'a trigger';
CREATE RULE kept AS ON DELETE TO one.no_key DO INSTEAD NOTHING;
CREATE RULE logged AS ON UPDATE TO one.no_key WHERE NEW.b IN ('x', 'y')
  DO ALSO INSERT INTO one.m_other VALUES (NEW.b);
COMMENT ON RULE kept ON one.no_key IS 'a rule';
ALTER TABLE one.no_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE one.no_key FORCE ROW LEVEL SECURITY;
CREATE POLICY mine ON one.no_key FOR SELECT TO postgres USING (one.valid(b));
CREATE POLICY strict ON one.no_key AS RESTRICTIVE USING (a > 0) WITH CHECK (a < 9);
COMMENT ON POLICY mine ON one.no_key IS 'a policy';
