package io.datalchemy.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each warning: its code, its place in schema.json, its count, and what strict mode makes of it.
 */
class CaptureWarningsIT {
  @Test
  void tellsOfAFunctionThatATableCalls() {
    assertError(
        """
        CREATE FUNCTION f(int, int) RETURNS boolean IMMUTABLE LANGUAGE internal AS 'int4gt';
        CREATE FUNCTION g(int) RETURNS int IMMUTABLE LANGUAGE internal AS 'int4up';
        CREATE TABLE t (a int CHECK (f(a, 0)), b int DEFAULT g(1));
        CREATE INDEX ON t (g(b));
        """,
        "function_not_captured /schemas/0/tables/0 2");
  }

  @Test
  void tellsOfAFunctionThatADomainCalls() {
    assertError(
        """
        CREATE FUNCTION f(int, int) RETURNS boolean IMMUTABLE LANGUAGE internal AS 'int4gt';
        CREATE DOMAIN d AS int CHECK (f(VALUE, 0));
        CREATE TABLE t (a d);
        """,
        "function_not_captured /domains 1");
  }

  @Test
  void tellsOfRowLevelSecurity() {
    assertWarning(
        "CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;",
        "row_security /schemas/0/tables/0 1");
  }

  @Test
  void tellsOfForeignTables() {
    assertError(
        """
        CREATE FOREIGN DATA WRAPPER longe;
        CREATE SERVER la FOREIGN DATA WRAPPER longe;
        CREATE FOREIGN TABLE t (a int) SERVER la;
        """,
        "foreign_server_not_captured /schemas/0/tables/0 1");
  }

  @Test
  void tellsOfACycleThatNothingBreaks() {
    assertError(
        """
        CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL);
        CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a);
        ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;
        """,
        "cycle_not_breakable /schemas/0/tables/0 1");
  }

  @Test
  void tellsOfSchemasThatTheUserMayNotUse() {
    ConnectionSettings database = PostgresServer.database("avisos");
    PostgresServer.execute(
        database,
        """
        DROP ROLE IF EXISTS visita;
        CREATE ROLE visita LOGIN;
        CREATE SCHEMA um;
        CREATE SCHEMA "O \"\"outro\"\"\";
        """);
    ConnectionSettings visitor = PostgresServer.user("visita", "avisos");
    assertEquals(List.of("schema_not_usable /schemas 2"), warnings(visitor));
    assertEquals(
        List.of(
            "schema O \"outro\": left out, the user has no USAGE on it; GRANT USAGE ON SCHEMA"
                + " \"O \"\"outro\"\"\" TO the user, or name the schemas to read",
            "schema um: left out, the user has no USAGE on it; GRANT USAGE ON SCHEMA \"um\" TO the"
                + " user, or name the schemas to read"),
        errors(visitor).stream().map(e -> e.message() + "; " + e.hint().orElseThrow()).toList());
  }

  @Test
  void warnsOfTriggersEvenInStrictMode() {
    assertWarning(
        """
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TABLE t (a int);
        CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
        CREATE TRIGGER y BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
        """,
        "triggers_not_run /schemas/0/tables/0 1");
  }

  @Test
  void warnsOfRulesEvenInStrictMode() {
    assertWarning(
        "CREATE TABLE t (a int); CREATE RULE r AS ON INSERT TO t DO ALSO NOTHING;",
        "rules_not_run /schemas/0/tables/0 1");
  }

  @Test
  void warnsOfInheritanceEvenInStrictMode() {
    assertWarning(
        "CREATE TABLE a (i int); CREATE TABLE b () INHERITS (a);",
        "inheritance /schemas/0/tables/1 1");
  }

  @Test
  void warnsOfConstraintsThatOlderRowsMayBreakEvenInStrictMode() {
    assertWarning(
        "CREATE TABLE a (i int); ALTER TABLE a ADD CHECK (i > 0) NOT VALID;",
        "constraint_not_valid /schemas/0/tables/0 1");
  }

  @Test
  void warnsOfTablesOfSchemasThatAreNotReadEvenInStrictMode() {
    ConnectionSettings database =
        database(
            "CREATE SCHEMA s; CREATE TABLE s.p (id int PRIMARY KEY);"
                + " CREATE TABLE c (p int REFERENCES s.p, q int REFERENCES s.p);");
    assertEquals(
        List.of("external_table /external_tables 1"),
        warnings(database, new IntrospectionOptions(List.of("public"), true)));
  }

  private static void assertError(String ddl, String expected) {
    ConnectionSettings database = database(ddl);
    assertEquals(List.of(expected), warnings(database));
    List<Problem> errors = errors(database);
    assertTrue(expected.startsWith(errors.get(0).code() + " "), errors.toString());
    errors.forEach(error -> assertTrue(error.hint().isPresent(), error.toString()));
  }

  private static void assertWarning(String ddl, String expected) {
    ConnectionSettings database = database(ddl);
    assertEquals(List.of(expected), warnings(database, new IntrospectionOptions(List.of(), true)));
  }

  private static ConnectionSettings database(String ddl) {
    ConnectionSettings database = PostgresServer.database("avisos");
    PostgresServer.execute(database, ddl);
    return database;
  }

  private static List<Problem> errors(ConnectionSettings database) {
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class,
            () -> Introspector.introspect(database, new IntrospectionOptions(List.of(), true)));
    return failure.problems().stream().filter(Problem::isError).toList();
  }

  private static List<String> warnings(ConnectionSettings database) {
    return warnings(database, IntrospectionOptions.all());
  }

  /** Warnings as metrics.json has them: code, path and count. */
  private static List<String> warnings(ConnectionSettings database, IntrospectionOptions options) {
    return IntrospectionMetrics.of(Introspector.introspect(database, options)).warnings().stream()
        .map(w -> w.code() + " " + w.path() + " " + w.count())
        .toList();
  }
}
