package io.datalchemy.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.datalchemy.postgres.EveryServer;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EveryServer
class LoaderIT {
  @TempDir Path folder;

  private static LoadReport load(String database, Path run) throws SQLException {
    try (Connection connection = TestServer.get().connect(database)) {
      return Loader.load(TestServer.schema(database), run, connection);
    }
  }

  private static String count(String database, String table) throws SQLException {
    return TestServer.value(database, "SELECT count(*) FROM " + table);
  }

  @Test
  void fillsParentsBeforeChildrenWhateverTheOrderOfTheRun() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE a (id int PRIMARY KEY, c int NOT NULL);
            CREATE TABLE b (id int PRIMARY KEY);
            CREATE TABLE c (id int PRIMARY KEY, b int NOT NULL REFERENCES b);
            ALTER TABLE a ADD FOREIGN KEY (c) REFERENCES c;
            """);
    Path run =
        new RunFixture(folder)
            .table("public", "a", "id,c\n1,1\n")
            .table("public", "c", "id,b\n1,1\n")
            .table("public", "b", "id\n1\n")
            .write();
    assertEquals(new LoadReport(3, 3, 0), load(database, run));
    assertEquals("1", count(database, "a"));
  }

  @Test
  void closesACycleThroughTheKeyThatMayBeNull() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE dept (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, boss int, n text);
            CREATE TABLE emp (id int PRIMARY KEY, dept int NOT NULL REFERENCES dept);
            ALTER TABLE dept ADD FOREIGN KEY (boss) REFERENCES emp;
            """);
    Path run =
        new RunFixture(folder)
            .table("public", "dept", "id,boss,n\n1,20,\n2,,\"\"\n3,10,x\n")
            .table("public", "emp", "id,dept\n10,1\n20,3\n")
            .write();
    load(database, run);
    assertEquals(
        "1/20/- 2/-/ 3/10/x",
        TestServer.value(
            database,
            "SELECT string_agg(concat_ws('/', id, coalesce(boss::text, '-'), coalesce(n, '-')),"
                + " ' ' ORDER BY id) FROM dept"));
    assertEquals("4", TestServer.value(database, "INSERT INTO dept DEFAULT VALUES RETURNING id"));
  }

  @Test
  void closesACycleThroughADeferrableKey() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL);
            CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a);
            ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b DEFERRABLE;
            """);
    Path run =
        new RunFixture(folder)
            .table("public", "a", "id,b\n1,2\n")
            .table("public", "b", "id,a\n2,1\n")
            .write();
    assertEquals(new LoadReport(2, 2, 0), load(database, run));
  }

  @Test
  void refusesACycleThatNothingOpens() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL);
            CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a);
            ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;
            """);
    Path run =
        new RunFixture(folder)
            .table("public", "a", "id,b\n1,2\n")
            .table("public", "b", "id,a\n2,1\n")
            .write();
    InvalidInputException thrown =
        assertThrows(InvalidInputException.class, () -> load(database, run));
    assertEquals(
        "error: public.a (a_b_fkey) -> public.b: must be deferrable, or NULL for a while in a table"
            + " with a key, since it closes a cycle [unbreakable_cycle]; make it DEFERRABLE",
        thrown.getMessage());
  }

  @Test
  void takesSelfReferencesInAnyOrderAndOverSeveralFiles() throws IOException, SQLException {
    String database =
        TestServer.database("CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t)");
    Path run =
        new RunFixture(folder).table("public", "t", "id,up\n1,3\n2,1\n", "id,up\n3,\n").write();
    assertEquals(new LoadReport(1, 3, 0), load(database, run));
  }

  @Test
  void movesSequencesPastTheRowsAndNeverBack() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE s (id serial PRIMARY KEY);
            CREATE TABLE i (id bigint GENERATED ALWAYS AS IDENTITY (START 5 INCREMENT 5), n int);
            CREATE TABLE d (id int GENERATED BY DEFAULT AS IDENTITY (INCREMENT -1 MINVALUE -99));
            CREATE SEQUENCE own START 100;
            CREATE TABLE o (id int DEFAULT nextval('own'));
            SELECT nextval('own');
            """);
    Path run =
        new RunFixture(folder)
            .table("public", "s", "id\n7\n3\n")
            .table("public", "i", "id,n\n50,1\n")
            .table("public", "d", "id\n-4\n-9\n")
            .table("public", "o", "id\n5\n")
            .write();
    assertEquals(new LoadReport(4, 6, 3), load(database, run));
    assertEquals("8", TestServer.value(database, "INSERT INTO s DEFAULT VALUES RETURNING id"));
    assertEquals("55", TestServer.value(database, "INSERT INTO i DEFAULT VALUES RETURNING id"));
    assertEquals("-10", TestServer.value(database, "INSERT INTO d DEFAULT VALUES RETURNING id"));
    assertEquals("101", TestServer.value(database, "INSERT INTO o DEFAULT VALUES RETURNING id"));
  }

  @Test
  void fillsPartitionsGeneratedColumnsAndQuotedNames() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE SCHEMA "My ""odd"" schema";
            CREATE TABLE "My ""odd"" schema"."Table.One" (
              "Key, it" int, "select" text, twice int GENERATED ALWAYS AS ("Key, it" * 2) STORED
            ) PARTITION BY LIST ("Key, it");
            CREATE TABLE "My ""odd"" schema".p1 PARTITION OF "My ""odd"" schema"."Table.One"
              FOR VALUES IN (1);
            CREATE TABLE "My ""odd"" schema".p2 PARTITION OF "My ""odd"" schema"."Table.One"
              DEFAULT;
            """);
    Path run =
        new RunFixture(folder)
            .table("My \"odd\" schema", "Table.One", "\"Key, it\",select\n1,a\n2,b\n")
            .write();
    load(database, run);
    assertEquals(
        "1a2 2b4",
        TestServer.value(
            database,
            "SELECT string_agg(concat(\"Key, it\", \"select\", twice), ' ' ORDER BY 1)"
                + " FROM \"My \"\"odd\"\" schema\".\"Table.One\""));
    assertEquals("1", count(database, "\"My \"\"odd\"\" schema\".p2"));
  }

  @Test
  void leavesNothingWhenARowIsRefused() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE a (id serial PRIMARY KEY);
            CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
            """);
    Path run =
        new RunFixture(folder)
            .table("public", "a", "id\n1\n2\n")
            .table("public", "b", "id,a\n1,1\n424242,7\n")
            .write();
    LoadRefusedException thrown =
        assertThrows(LoadRefusedException.class, () -> load(database, run));
    assertEquals(
        "public.b: constraint b_a_fkey: no such parent (SQLSTATE 23503); nothing was loaded",
        thrown.getMessage());
    assertEquals("0", count(database, "a"));
    assertEquals("1", TestServer.value(database, "INSERT INTO a DEFAULT VALUES RETURNING id"));
  }

  @Test
  void leavesNothingWhenADeferredConstraintIsBroken() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE a (id serial PRIMARY KEY);
            CREATE TABLE b (id serial, a int REFERENCES a DEFERRABLE INITIALLY DEFERRED);
            """);
    Path run =
        new RunFixture(folder)
            .table("public", "a", "id\n1\n")
            .table("public", "b", "id,a\n9,424242\n")
            .write();
    LoadRefusedException thrown =
        assertThrows(LoadRefusedException.class, () -> load(database, run));
    assertEquals("b_a_fkey", thrown.violation().rule());
    assertFalse(thrown.getMessage().contains("424242"), thrown.getMessage());
    assertEquals("0", count(database, "a"));
    assertEquals("1", TestServer.value(database, "INSERT INTO a DEFAULT VALUES RETURNING id"));
  }

  @Test
  void tellsEverythingInTheWayBeforeItWrites() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE full_one (id int);
            INSERT INTO full_one VALUES (1);
            CREATE TABLE other_columns (id int, given int NOT NULL, twice int
              GENERATED ALWAYS AS (id * 2) STORED);
            CREATE VIEW a_view AS SELECT 1 AS id;
            CREATE TABLE fine (id int);
            """);
    Path run =
        new RunFixture(folder)
            .table("public", "fine", "id\n1\n")
            .table("public", "full_one", "id\n2\n")
            .table("public", "other_columns", "id,twice,nope\n1,2,3\n")
            .table("public", "a_view", "id\n1\n")
            .table("public", "missing", "id\n1\n")
            .write();
    InvalidInputException thrown =
        assertThrows(InvalidInputException.class, () -> load(database, run));
    assertEquals(
        List.of(
            "/tables/1 target_table_not_empty",
            "/tables/2/columns/1 target_column_mismatch",
            "/tables/2/columns/2 target_column_mismatch",
            "/tables/2/columns target_column_mismatch",
            "/tables/3 target_table_missing",
            "/tables/4 target_table_missing"),
        thrown.problems().stream().map(p -> p.path() + " " + p.code()).toList());
    assertEquals("0", count(database, "fine"));
  }

  @Test
  void leavesTheConnectionAsItWas() throws IOException, SQLException {
    String database = TestServer.database("CREATE TABLE t (n int)");
    Path run = new RunFixture(folder).table("public", "t", "n\n1\n").write();
    try (Connection connection = TestServer.get().connect(database);
        Statement statement = connection.createStatement()) {
      Loader.load(TestServer.schema(database), run, connection);
      statement.execute("INSERT INTO t VALUES (2)");
    }
    assertEquals("2", count(database, "t"));
  }
}
