package io.datalchemy.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.json.Json;
import io.datalchemy.postgres.EveryServer;
import io.datalchemy.run.RunId;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.server.SampleDatabase;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What introspection reads, the statements build, and introspection reads the same again. */
@EveryServer
class DdlRoundTripIT {
  private static String text(DatabaseSchema schema) {
    DatabaseSchema nameless =
        schema.withDatabase(Optional.empty()).withFingerprint(Optional.empty());
    return new String(Json.pretty(nameless), StandardCharsets.UTF_8);
  }

  private static String build(SchemaDdl ddl) throws SQLException {
    String copy = TestServer.database("SELECT 1");
    try (Connection connection = TestServer.get().connect(copy);
        Statement statement = connection.createStatement()) {
      for (Preparation preparation : ddl.beforeData()) {
        statement.execute(preparation.sql());
      }
      for (Addition addition : ddl.afterData()) {
        statement.execute(addition.sql());
      }
      for (Preparation view : ddl.views()) {
        statement.execute(view.sql());
      }
      for (String comment : ddl.finishing()) {
        statement.execute(comment);
      }
    }
    return copy;
  }

  private static void assertRoundTrip(String original) throws SQLException {
    DatabaseSchema found = TestServer.schema(original);
    SchemaDdl ddl = SchemaDdl.of(found);
    DatabaseSchema again = TestServer.schema(build(ddl));
    assertEquals(text(found), text(again));
    assertEquals(found.schemaFingerprint(), again.schemaFingerprint());
    assertEquals(List.of(), ddl.notMade());
  }

  @Test
  void rebuildsTheSampleDatabase() throws SQLException {
    String name = "sample_" + RunId.fresh();
    SampleDatabase.create(TestServer.get(), name);
    assertRoundTrip(name);
  }

  @Test
  void rebuildsEveryOddity() throws SQLException, IOException {
    try (InputStream script = DdlRoundTripIT.class.getResourceAsStream("oddities.sql")) {
      assertRoundTrip(
          TestServer.database(new String(script.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // names that need quotes
        """
        CREATE SCHEMA "Odd ""schema\""";
        CREATE TYPE "Odd ""schema\"""."My 'enum'" AS ENUM ('it''s', '', 'B', 'a');
        CREATE TABLE "Odd ""schema\"""."Table.with, all" (
          "select" int PRIMARY KEY,
          "Mixed Case" "Odd ""schema\"""."My 'enum'" DEFAULT 'it''s',
          "list" "Odd ""schema\"""."My 'enum'"[]);
        COMMENT ON TABLE "Odd ""schema\"""."Table.with, all" IS 'it''s a \\ "comment"';
        COMMENT ON COLUMN "Odd ""schema\"""."Table.with, all"."select" IS 'the key';
        """,
        // every kind of built-in type, with its limits
        """
        CREATE TABLE t (
          a smallint, b bigint, c numeric(12,3), d numeric, e real, f double precision,
          g char(3), h varchar(7), i text, j "char", k bit(4), l bit varying(9), m bytea,
          n date, o time(2), p timetz, q timestamp(0), r timestamptz(3), s interval(1),
          t interval day to second, u uuid, v json, w jsonb, x inet, y cidr, z macaddr,
          aa int[], ab numeric(5,2)[], ac varchar(4)[], ad int4range,
          ae tstzmultirange, -- since 14
          af xml, ag tsvector, ah point, ai money, aj oid, ak name);
        """,
        // domains over domains, over arrays, over enums; composites; ranges
        """
        CREATE TYPE mood AS ENUM ('ok');
        CREATE DOMAIN z_base AS numeric(6,2) DEFAULT 1.5 NOT NULL
          CONSTRAINT positive CHECK (VALUE > 0) CONSTRAINT small CHECK (VALUE < 1000);
        CREATE DOMAIN a_top AS z_base CHECK (VALUE <> 13);
        CREATE DOMAIN moods AS mood[] CHECK (array_length(VALUE, 1) < 4);
        CREATE TYPE b_pair AS (first a_top, second mood, third text COLLATE "C");
        CREATE DOMAIN a_pair AS b_pair CHECK ((VALUE).first IS NOT NULL);
        CREATE TYPE a_range AS RANGE (
          multirange_type_name = a_ranges, -- since 14
          subtype = numeric);
        CREATE TABLE t (a a_top, b moods, c b_pair, d a_pair[], e a_range);
        ALTER TABLE t ADD f a_ranges; -- since 14
        """,
        // keys and constraints of every kind
        """
        CREATE EXTENSION btree_gist;
        CREATE TABLE p (
          a int, b text, c int, d int,
          CONSTRAINT p_key PRIMARY KEY (b, a) INCLUDE (c),
          CONSTRAINT p_u1 UNIQUE (c) DEFERRABLE,
          CONSTRAINT p_u2 UNIQUE NULLS NOT DISTINCT (d, c) DEFERRABLE INITIALLY DEFERRED, -- since 15
          CONSTRAINT p_u3 UNIQUE (d));
        CREATE TABLE c (
          x int CHECK (x > 0) NO INHERIT, y text NOT NULL, z int, r int4range,
          CONSTRAINT c_f1 FOREIGN KEY (y, x) REFERENCES p (b, a) MATCH FULL
            ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
          CONSTRAINT c_f2 FOREIGN KEY (z) REFERENCES p (d) ON DELETE SET DEFAULT,
          CONSTRAINT c_x EXCLUDE USING gist (z WITH =, r WITH &&) WHERE (x > 1),
          CONSTRAINT c_or CHECK (x IS NULL OR x < 10 AND y <> 'a''b'));
        CREATE UNIQUE INDEX c_low ON c (lower(y), (x + 1)) WHERE z IS NOT NULL;
        CREATE UNIQUE INDEX c_nulls ON c (x) NULLS NOT DISTINCT; -- since 15
        CREATE UNIQUE INDEX p_target ON p (a);
        CREATE TABLE d (v int REFERENCES p (a));
        CREATE INDEX c_plain ON c USING hash (y);
        CREATE INDEX c_many ON c (z DESC NULLS LAST, y text_pattern_ops) INCLUDE (x);
        """,
        // identities, serials, sequences, defaults, generated columns
        """
        CREATE SEQUENCE own AS smallint START 7 INCREMENT -2 MINVALUE -30 MAXVALUE 8 CACHE 3 CYCLE;
        CREATE TABLE t (
          a int GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 5 MAXVALUE 100 CYCLE),
          b bigint GENERATED BY DEFAULT AS IDENTITY,
          c smallserial, d serial, e bigserial,
          f int DEFAULT nextval('own'), g timestamptz DEFAULT now(), h text DEFAULT 'it''s',
          i int[] DEFAULT '{1,2}', j int GENERATED ALWAYS AS (d * 2) STORED,
          l uuid DEFAULT gen_random_uuid(), -- since 13
          k int GENERATED ALWAYS AS (d + 1) VIRTUAL, -- since 18
          m int);
        """,
        // partitions of partitions, with keys, indexes and rules of their own
        """
        CREATE TABLE o (id int PRIMARY KEY);
        CREATE TABLE r (
          id int NOT NULL, at date NOT NULL, o int REFERENCES o, n int CHECK (n > 0), m int,
          PRIMARY KEY (id, at), UNIQUE (id, n, at)) PARTITION BY RANGE (at);
        CREATE INDEX r_o ON r (o);
        CREATE UNIQUE INDEX r_once ON r (id, at, lower(m::text));
        CREATE TABLE a_2024 PARTITION OF r FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')
          PARTITION BY HASH (id);
        CREATE TABLE a_2024_0 PARTITION OF a_2024 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
        CREATE TABLE a_2024_1 PARTITION OF a_2024 (m DEFAULT 3)
          FOR VALUES WITH (MODULUS 2, REMAINDER 1);
        CREATE TABLE r_rest PARTITION OF r DEFAULT;
        ALTER TABLE r_rest ADD CONSTRAINT rest_m CHECK (m < 5);
        ALTER TABLE r_rest ALTER COLUMN m SET NOT NULL;
        CREATE INDEX rest_m_idx ON r_rest (m);
        CREATE TABLE by_list (k text) PARTITION BY LIST (lower(k));
        CREATE TABLE by_list_ab PARTITION OF by_list FOR VALUES IN ('a', 'b''c', NULL);
        CREATE TABLE child_of_r (id int, at date, FOREIGN KEY (id, at) REFERENCES r);
        """,
        // inheritance
        """
        CREATE TABLE z_base (id int PRIMARY KEY, n int NOT NULL CONSTRAINT n_ok CHECK (n > 0));
        CREATE TABLE m_other (x text);
        CREATE TABLE a_child (extra text UNIQUE, PRIMARY KEY (id)) INHERITS (z_base, m_other);
        """,
        // views on views, and a cycle of foreign keys
        """
        CREATE TABLE a (id int PRIMARY KEY, b int);
        CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
        ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES b;
        CREATE VIEW v AS SELECT id, b FROM a WHERE b > 1;
        CREATE MATERIALIZED VIEW w AS SELECT count(*) AS n FROM v;
        """,
        // extensions with types and operators of their own
        """
        CREATE SCHEMA ext;
        CREATE EXTENSION citext WITH SCHEMA ext;
        CREATE EXTENSION hstore WITH SCHEMA public;
        CREATE TABLE t (a ext.citext UNIQUE CHECK (a <> 'X'), b public.hstore, c ext.citext[]);
        """
      })
  void rebuilds(String script) throws SQLException {
    assertRoundTrip(TestServer.database(script));
  }
}
