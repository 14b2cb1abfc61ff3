package io.datalchemy.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.json.SchemaDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same database gives the same bytes, whoever asks, with whatever settings. */
class SameBytesIT {
  /** Constants that print otherwise under other settings, and names that a search path shortens. */
  private static final String LITERALS =
      """
      CREATE SCHEMA outro;
      CREATE TYPE outro.cor AS ENUM ('azul', 'it''s', 'back\\slash');
      CREATE TABLE outro.pai (id integer PRIMARY KEY);
      CREATE TABLE outro.literais (
        pai integer DEFAULT 1 REFERENCES outro.pai,
        cor outro.cor DEFAULT 'back\\slash',
        dia date DEFAULT '2026-03-04'::date CHECK (dia > '2001-02-03'::date),
        hora timestamptz DEFAULT '2026-03-04 05:06:07+00'::timestamptz,
        prazo interval DEFAULT '1 year 2 mons 3 days 04:05:06'::interval,
        fator double precision DEFAULT 0.1::double precision + 1e-17::double precision,
        bruto bytea DEFAULT '\\x00ff5c'::bytea,
        preco money DEFAULT 12.34::money,
        barra text DEFAULT 'a\\b' CHECK (barra ~ '^\\w+\\\\$'));
      CREATE VIEW outro.vista AS SELECT hora, prazo, 'x\\y'::text AS t FROM outro.literais;
      CREATE SCHEMA armadilha;
      CREATE FUNCTION armadilha.set_config(text, text, boolean) RETURNS text
        LANGUAGE sql AS $$ SELECT 'nada' $$;
      """;

  private static ConnectionSettings database;
  private static String expected;

  @BeforeAll
  static void creates() {
    database = PostgresServer.database("bytes");
    PostgresServer.execute(database, LITERALS);
    PostgresServer.execute(database, Golden.text("kinds.sql"));
    PostgresServer.execute(
        database,
        """
        DROP ROLE IF EXISTS minima;
        CREATE ROLE minima LOGIN;
        REVOKE ALL ON DATABASE bytes FROM PUBLIC;
        GRANT CONNECT ON DATABASE bytes TO minima;
        REVOKE ALL ON ALL TABLES IN SCHEMA outro FROM PUBLIC;
        DO $$ DECLARE s text; BEGIN
          FOR s IN SELECT nspname FROM pg_namespace
                   WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
            EXECUTE format('GRANT USAGE ON SCHEMA %I TO minima', s);
          END LOOP;
        END $$;
        """);
    expected = text(database);
  }

  @Test
  void readsForAUserThatMayOnlyConnectAndUseSchemas() {
    assertEquals(expected, text(PostgresServer.user("minima", "bytes")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search_path = outro, public",
        "search_path = armadilha, pg_catalog",
        "\"DateStyle\" = 'SQL, DMY'",
        "\"IntervalStyle\" = 'iso_8601'",
        "extra_float_digits = 3",
        "extra_float_digits = -15",
        "bytea_output = 'escape'",
        "lc_messages = 'C'",
        "lc_monetary = 'C'",
        "quote_all_identifiers = on",
        "standard_conforming_strings = off",
        "backslash_quote = off",
        "\"TimeZone\" = 'Asia/Kathmandu'",
        "transform_null_equals = on",
        "default_transaction_isolation = 'serializable'",
        "default_transaction_read_only = on",
        "enable_sort = off",
        "enable_hashjoin = off",
        "client_encoding = 'LATIN1'",
        "row_security = off",
        "jit_above_cost = 0"
      })
  void readsTheSameWhateverTheUserHasSet(String setting) {
    PostgresServer.execute(database, "ALTER ROLE minima SET " + setting);
    try {
      assertEquals(expected, text(PostgresServer.user("minima", "bytes")));
    } finally {
      PostgresServer.execute(database, "ALTER ROLE minima RESET ALL");
    }
  }

  @Test
  void readsTheSameOfADatabaseMadeInAnotherOrder() {
    List<String> objects =
        new ArrayList<>(
            List.of(
                "CREATE TYPE cor AS ENUM ('azul', 'rosa')",
                "CREATE TYPE par AS (x integer, y text)",
                "CREATE DOMAIN curto AS text CONSTRAINT pequeno CHECK (length(VALUE) < 9)"
                    + " CONSTRAINT cheio CHECK (VALUE <> '')",
                "CREATE SEQUENCE livre START 7",
                "CREATE TABLE a (id integer GENERATED ALWAYS AS IDENTITY, b integer, c integer)",
                "CREATE TABLE b (id integer, a integer, de integer)",
                "CREATE TABLE c (id integer, b integer) PARTITION BY RANGE (id)",
                "CREATE SCHEMA z",
                "CREATE SCHEMA y"));
    List<String> parts =
        new ArrayList<>(
            List.of(
                "ALTER TABLE a ADD CONSTRAINT a_pk PRIMARY KEY (id)",
                "ALTER TABLE b ADD CONSTRAINT b_pk PRIMARY KEY (id)",
                "CREATE TABLE c2 PARTITION OF c FOR VALUES FROM (10) TO (20)",
                "CREATE TABLE c1 PARTITION OF c FOR VALUES FROM (0) TO (10)",
                "CREATE TABLE z.t (id integer, k cor)",
                "CREATE TABLE y.t (id integer, p par)",
                "CREATE INDEX a_c ON a (c)",
                "CREATE UNIQUE INDEX a_b ON a (b) WHERE c > 0",
                "ALTER TABLE a ADD CONSTRAINT positivo CHECK (b > 0)",
                "ALTER TABLE a ADD CONSTRAINT menor CHECK (b < c)",
                "CREATE VIEW v AS SELECT id FROM a",
                "COMMENT ON TABLE a IS 'um'",
                "COMMENT ON COLUMN a.b IS 'dois'"));
    List<String> keys =
        new ArrayList<>(
            List.of(
                "ALTER TABLE a ADD CONSTRAINT a_b_fk FOREIGN KEY (b) REFERENCES b",
                "ALTER TABLE b ADD CONSTRAINT b_a_fk FOREIGN KEY (a) REFERENCES a",
                "ALTER TABLE b ADD CONSTRAINT b_b_fk FOREIGN KEY (de) REFERENCES b",
                "ALTER TABLE c ADD CONSTRAINT c_b_fk FOREIGN KEY (b) REFERENCES b"));
    String one = made(objects, parts, keys);
    assertTrue(one.contains("\"menor\"") && one.contains("\"c_b_fk\""), one);
    Collections.reverse(objects);
    Collections.reverse(parts);
    Collections.reverse(keys);
    assertEquals(one, made(objects, parts, keys));
  }

  private static String made(List<String> objects, List<String> parts, List<String> keys) {
    ConnectionSettings empty = PostgresServer.database("ordem");
    PostgresServer.execute(empty, String.join(";", objects));
    PostgresServer.execute(empty, String.join(";", parts));
    PostgresServer.execute(empty, String.join(";", keys));
    return text(empty);
  }

  private static String text(ConnectionSettings settings) {
    return new String(
        SchemaDocument.write(
            Introspector.introspect(settings, IntrospectionOptions.all()).schema()),
        StandardCharsets.UTF_8);
  }
}
