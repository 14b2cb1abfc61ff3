package io.datalchemy.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.postgres.EveryServer;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Schema;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.type.EnumType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@EveryServer
class IntrospectorIT {
  private static ConnectionSettings database;

  @BeforeAll
  static void creates() {
    database = PostgresServer.database("escolha");
    PostgresServer.execute(
        database,
        """
        CREATE SCHEMA um;
        CREATE SCHEMA dois;
        CREATE SCHEMA "Três; DROP";
        CREATE EXTENSION hstore SCHEMA dois;
        CREATE EXTENSION pg_stat_statements SCHEMA dois;
        CREATE TYPE dois.cor AS ENUM ('a', 'b');
        CREATE TYPE dois.outra AS ENUM ('c');
        CREATE DOMAIN dois.cores AS dois.cor[];
        CREATE TABLE dois.pai (id serial PRIMARY KEY);
        CREATE TABLE um.filho (id integer REFERENCES dois.pai, c dois.cores, h dois.hstore);
        CREATE TABLE um.neto (id integer REFERENCES dois.pai);
        CREATE TABLE "Três; DROP"."T ""x"".y" (id integer PRIMARY KEY);
        DROP ROLE IF EXISTS leitora;
        CREATE ROLE leitora LOGIN;
        GRANT USAGE ON SCHEMA um, dois TO leitora;
        """);
  }

  @Test
  void readsAllSchemasOfUsersWithoutWhatExtensionsOwn() {
    DatabaseSchema schema = introspect(database).schema();
    assertEquals(
        List.of("Três; DROP", "dois", "public", "um"),
        schema.schemas().stream().map(Schema::name).toList());
    assertEquals(
        "Três; DROP.T \"x\".y dois.pai um.filho um.neto",
        schema.tableIds().map(TableId::toString).collect(Collectors.joining(" ")));
    assertEquals(List.of("cor", "outra"), schema.enums().stream().map(EnumType::name).toList());
    assertEquals(List.of(), schema.compositeTypes());
    assertEquals(3, schema.extensions().size());
  }

  @Test
  void keepsKeysAndTypesOfSchemasThatWereNotSelected() {
    Introspection um = introspect(database, "um");
    assertEquals(List.of("um"), um.schema().schemas().stream().map(Schema::name).toList());
    assertEquals(List.of(new TableId("dois", "pai")), um.schema().externalTables());
    assertEquals(List.of(new EnumType("dois", "cor", List.of("a", "b"))), um.schema().enums());
    assertEquals("cores", um.schema().domains().get(0).name());
    assertEquals(
        List.of(
            "dois.pai: is referred to by 2 foreign keys, its schema was not read"
                + " [external_table]"),
        um.warnings().stream().map(w -> w.message() + " [" + w.code() + "]").toList());
  }

  @Test
  void namesEverySchemaThatDoesNotExist() {
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class, () -> introspect(database, "umm", "dois", "nada'--"));
    assertEquals(
        List.of(
            "schema umm: must exist in the database, does not",
            "schema nada'--: must exist in the database, does not"),
        failure.problems().stream().map(Problem::message).toList());
  }

  @Test
  void givesAUserWithoutRightsOnTablesTheSameBytes() {
    ConnectionSettings reader = PostgresServer.user("leitora", "escolha");
    assertEquals(text(introspect(database, "um", "dois")), text(introspect(reader, "um", "dois")));
  }

  @Test
  void leavesOutWhatTheUserMayNotUse() {
    Introspection found = introspect(PostgresServer.user("leitora", "escolha"));
    assertEquals(
        List.of("dois", "public", "um"),
        found.schema().schemas().stream().map(Schema::name).toList());
    assertEquals(
        List.of("schema_not_usable"), found.warnings().stream().map(Problem::code).toList());
  }

  @Test
  void refusesASelectedSchemaThatTheUserMayNotUse() {
    ConnectionSettings reader = PostgresServer.user("leitora", "escolha");
    UnavailableException failure =
        assertThrows(UnavailableException.class, () -> introspect(reader, "Três; DROP"));
    assertTrue(
        failure.getMessage().startsWith("schema Três; DROP of leitora@localhost:"),
        failure.getMessage());
  }

  @Test
  void failsInStrictModeForWhatIsNotCaptured() {
    ConnectionSettings reader = PostgresServer.user("leitora", "escolha");
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class,
            () -> Introspector.introspect(reader, new IntrospectionOptions(List.of(), true)));
    assertEquals("schema_not_usable", failure.problems().get(0).code());
    assertTrue(failure.problems().get(0).isError());
  }

  @Test
  void failsInStrictModeForACycleThatNothingBreaks() {
    ConnectionSettings circular = PostgresServer.database("circulo");
    PostgresServer.execute(
        circular,
        """
        CREATE TABLE a (id integer PRIMARY KEY, b integer NOT NULL);
        CREATE TABLE b (id integer PRIMARY KEY, a integer NOT NULL REFERENCES a);
        ALTER TABLE a ADD CONSTRAINT a_b_fk FOREIGN KEY (b) REFERENCES b;
        """);
    assertEquals(
        List.of("cycle_not_breakable"),
        introspect(circular).warnings().stream().map(Problem::code).toList());
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class,
            () -> Introspector.introspect(circular, new IntrospectionOptions(List.of(), true)));
    assertEquals(
        "public.a: foreign key a_b_fk closes a cycle, is neither nullable nor deferrable",
        failure.problems().get(0).message());
  }

  @Test
  void readsTheSameWhateverTheSessionIsSetTo() {
    String plain = text(introspect(database));
    PostgresServer.execute(
        database,
        """
        ALTER DATABASE escolha SET search_path = dois, um;
        ALTER DATABASE escolha SET quote_all_identifiers = on;
        ALTER DATABASE escolha SET "IntervalStyle" = 'iso_8601';
        """);
    assertEquals(plain, text(introspect(database)));
  }

  @Test
  void readsHundredsOfTables() {
    ConnectionSettings wide = PostgresServer.database("larga");
    PostgresServer.execute(
        wide,
        IntStream.range(0, 400)
            .mapToObj(
                i ->
                    "CREATE TABLE t%1$03d (id serial PRIMARY KEY, nome varchar(20) UNIQUE, pai integer %2$s);"
                        .formatted(i, i == 0 ? "" : "REFERENCES t%03d".formatted(i - 1)))
            .collect(Collectors.joining("\n")));
    DatabaseSchema schema = introspect(wide).schema();
    assertEquals(400, schema.tableIds().count());
    assertEquals(
        399, schema.schemas().get(0).tables().stream().flatMap(t -> t.foreignKeys()).count());
  }

  private static Introspection introspect(ConnectionSettings settings, String... schemas) {
    return Introspector.introspect(settings, new IntrospectionOptions(List.of(schemas), false));
  }

  private static String text(Introspection found) {
    return new String(
        SchemaDocument.write(found.schema()), java.nio.charset.StandardCharsets.UTF_8);
  }
}
