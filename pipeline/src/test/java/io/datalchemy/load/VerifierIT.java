package io.datalchemy.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.json.Json;
import io.datalchemy.postgres.EveryServer;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.server.GivenServer;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EveryServer
class VerifierIT {
  private static final String RULES =
      """
      CREATE EXTENSION btree_gist;
      CREATE TABLE parent (id int PRIMARY KEY, code text NOT NULL UNIQUE);
      CREATE TABLE child (
        id int PRIMARY KEY,
        parent_id int REFERENCES parent,
        parent_code text CONSTRAINT child_code_fk REFERENCES parent (code),
        name text NOT NULL,
        mail text,
        amount numeric(5,2) CONSTRAINT child_amount_positive CHECK (amount > 0),
        is_main boolean NOT NULL,
        room int,
        span int4range,
        CONSTRAINT child_name_once UNIQUE NULLS NOT DISTINCT (name, room), -- since 15
        CONSTRAINT child_room_free EXCLUDE USING gist (room WITH =, span WITH &&)
      );
      CREATE UNIQUE INDEX child_mail_once ON child (lower(mail));
      CREATE UNIQUE INDEX child_one_main ON child (parent_id) WHERE is_main;
      """;

  private static final String PARENTS = "id,code\n1,a\n2,b\n";

  @TempDir Path folder;

  private static VerificationReport verify(String database, Path run) {
    return Verifier.verify(TestServer.schema(database), run, TestServer.get());
  }

  private static List<String> told(VerificationReport report) {
    return report.violations().stream().map(Violation::toString).toList();
  }

  @Test
  void acceptsRowsThatKeepEveryRule() throws IOException, SQLException {
    Path run =
        new RunFixture(folder)
            .table("public", "parent", PARENTS)
            .table(
                "public",
                "child",
                """
                id,parent_id,parent_code,name,mail,amount,is_main,room,span
                1,1,a,x,A@b.c,1.50,true,1,"[1,5)"
                2,,,y,,,false,1,"[5,9)"
                3,1,b,"",a2@b.c,999.99,false,,
                """)
            .write();
    VerificationReport report = verify(TestServer.database(RULES), run);
    assertEquals(List.of(), told(report));
    assertEquals(List.of(), report.notEvaluated());
    assertEquals(2, report.tables());
    assertEquals(5, report.rows());
    assertTrue(report.isClean());
  }

  @Test
  void tellsEveryBrokenRuleByNameAndCount() throws IOException, SQLException {
    Path run =
        new RunFixture(folder)
            .table("public", "parent", "id,code\n1,a\n1,b\n2,b\n3,b\n4,\n")
            .table(
                "public",
                "child",
                """
                id,parent_id,parent_code,name,mail,amount,is_main,room,span
                1,1,zz,x,A@b.c,-1.50,true,1,"[1,5)"
                2,1,zz,x,a@B.c,0,true,1,"[4,9)"
                3,9,zz,,c@d.e,1,false,,
                """)
            .write();
    List<String> expected =
        List.of(
            "public.child: not_null name: 1 rows, NULL where none is allowed (SQLSTATE 23502)",
            "public.parent: not_null code: 1 rows, NULL where none is allowed (SQLSTATE 23502)",
            "public.parent: primary_key parent_pkey: 2 rows, not unique (SQLSTATE 23505)",
            "public.child: unique child_name_once: 2 rows, not unique (SQLSTATE 23505)",
            "public.parent: unique parent_code_key: 3 rows, not unique (SQLSTATE 23505)",
            "public.child: unique_index child_mail_once: 2 rows, not unique (SQLSTATE 23505)",
            "public.child: unique_index child_one_main: 2 rows, not unique (SQLSTATE 23505)",
            "public.child: exclusion child_room_free: 2 rows, overlaps another row"
                + " (SQLSTATE 23P01)",
            "public.child: check child_amount_positive: 2 rows, check failed (SQLSTATE 23514)",
            "public.child: foreign_key child_code_fk: 3 rows, SQLSTATE 42830",
            "public.child: foreign_key child_parent_id_fkey: 1 rows, SQLSTATE 42830");
    boolean nullsCanBeEqual = TestServer.majorVersion() >= 15;
    assertEquals(
        expected.stream()
            .filter(line -> nullsCanBeEqual || !line.contains("child_name_once"))
            .toList(),
        told(verify(TestServer.database(RULES), run)));
  }

  @Test
  void countsOrphansOfKeysThatMatchInFull() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
            CREATE TABLE c (a int, b int, FOREIGN KEY (a, b) REFERENCES p MATCH FULL);
            CREATE TABLE d (a int, b int, FOREIGN KEY (a, b) REFERENCES p);
            """);
    String rows = "a,b\n1,1\n,\n1,\n2,2\n";
    Path run =
        new RunFixture(folder)
            .table("public", "p", "a,b\n1,1\n")
            .table("public", "c", rows)
            .table("public", "d", rows)
            .write();
    assertEquals(
        List.of(
            "public.c: foreign_key c_a_b_fkey: 2 rows, no such parent (SQLSTATE 23503)",
            "public.d: foreign_key d_a_b_fkey: 1 rows, no such parent (SQLSTATE 23503)"),
        told(verify(database, run)));
  }

  @Test
  void tellsWhereARowIsRefusedOnItsWayIn() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE DOMAIN percent AS int CONSTRAINT percent_range CHECK (VALUE BETWEEN 0 AND 100);
            CREATE DOMAIN given AS text NOT NULL;
            CREATE TYPE mood AS ENUM ('ok', 'sad');
            CREATE TABLE of_domain (p percent);
            CREATE TABLE of_given (g given, n int);
            CREATE TABLE of_enum (m mood);
            CREATE TABLE of_length (v varchar(3));
            CREATE TABLE of_number (n numeric(3,1));
            CREATE TABLE of_key (id int GENERATED ALWAYS AS IDENTITY, n int);
            CREATE TABLE parts (n int) PARTITION BY RANGE (n);
            CREATE TABLE parts_low PARTITION OF parts FOR VALUES FROM (0) TO (10);
            """);
    Path run =
        new RunFixture(folder)
            .table("public", "of_domain", "p\n1\n", "p\n2\n3\n101\n")
            .table("public", "of_given", "g,n\na,1\n,2\n")
            .table("public", "of_enum", "m\nok\nSECRET\n")
            .table("public", "of_length", "v\nabc\nabcd\n")
            .table("public", "of_number", "n\n99.9\n100\n")
            .table("public", "of_key", "id,n\n1,1\n,2\n")
            .table("public", "parts", "n\n9\n10\n")
            .write();
    VerificationReport report = verify(database, run);
    assertEquals(
        List.of(
            "public.of_given: domain given: NULL where none is allowed (SQLSTATE 23502),"
                + " public.of_given.csv line 3",
            "public.of_enum: type m: not a value of the type (SQLSTATE 22P02),"
                + " public.of_enum.csv line 3",
            "public.of_length: type v: text too long (SQLSTATE 22001),"
                + " public.of_length.csv line 3",
            "public.of_number: type n: number out of range (SQLSTATE 22003),"
                + " public.of_number.csv line 3",
            "public.of_key: not_null id: NULL where none is allowed (SQLSTATE 23502),"
                + " public.of_key.csv line 3",
            "public.parts: partition parts: check failed (SQLSTATE 23514),"
                + " public.parts.csv line 3",
            "public.of_domain: domain percent_range: 1 rows, check failed (SQLSTATE 23514),"
                + " public.of_domain-00001-of-00002.csv line 4"),
        told(report));
    assertEquals(4, report.rows());
  }

  @Test
  void neverRepeatsAValue() throws IOException, SQLException {
    Path run =
        new RunFixture(folder)
            .table("public", "parent", "id,code\n1,SECRET\n2,SECRET\n")
            .table(
                "public",
                "child",
                """
                id,parent_id,parent_code,name,mail,amount,is_main,room,span
                1,424242,SECRETO,SECRET,SECRET,-424242,true,1,"[1,5)"
                """)
            .write();
    VerificationReport report = verify(TestServer.database(RULES), run);
    String everything = new String(Json.pretty(report), StandardCharsets.UTF_8);
    assertFalse(report.isClean());
    assertFalse(everything.contains("SECRET"), everything);
    assertFalse(everything.contains("424242"), everything);
  }

  @Test
  void doesNotJudgeByRowsThatAreNotThere() throws IOException, SQLException {
    Path run =
        new RunFixture(folder)
            .table("public", "parent", "id,code\nx,a\n")
            .table(
                "public",
                "child",
                """
                id,parent_id,parent_code,name,mail,amount,is_main,room,span
                1,1,a,x,A@b.c,1.50,true,1,"[1,5)"
                """)
            .write();
    VerificationReport report = verify(TestServer.database(RULES), run);
    assertEquals(1, report.violations().size());
    assertTrue(
        report
            .notEvaluated()
            .contains(
                new NotEvaluated(
                    "public.child: foreign_key child_code_fk",
                    "the rows of public.parent were refused")));
  }

  @Test
  void saysWhichRuleTheServerCouldNotBeAskedAbout() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE FUNCTION theirs(int) RETURNS boolean LANGUAGE internal IMMUTABLE AS 'int4up';
            CREATE TABLE t (n int CONSTRAINT t_theirs CHECK (theirs(n)), m int CHECK (m > 0));
            """);
    Path run = new RunFixture(folder).table("public", "t", "n,m\n1,1\n").write();
    VerificationReport report = verify(database, run);
    assertEquals(List.of(), told(report));
    assertEquals(
        List.of(
            new NotEvaluated(
                "public.t: check t_theirs", "no such function or operator (SQLSTATE 42883)")),
        report.notEvaluated());
  }

  @Test
  void asksAboutRulesThatCallFunctionsOfTheSchema() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE FUNCTION digits(text) RETURNS text LANGUAGE sql IMMUTABLE
              AS $$ SELECT regexp_replace($1, '[^0-9]', '', 'g') $$;
            CREATE FUNCTION valid(t text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE
              AS $$ BEGIN RETURN length(digits(t)) = 3; END $$;
            CREATE TABLE t (a text CONSTRAINT t_valid CHECK (valid(a)));
            """);
    Path run = new RunFixture(folder).table("public", "t", "a\n1-23\n12\n").write();
    VerificationReport report = verify(database, run);
    assertEquals(
        List.of("public.t: check t_valid: 1 rows, check failed (SQLSTATE 23514)"), told(report));
    assertEquals(List.of(), report.notEvaluated());
  }

  @Test
  void doesNotAskAboutRulesThatTheDatabaseDoesNotEnforce() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            -- since 18
            CREATE TABLE t (a int CONSTRAINT t_soft CHECK (a > 0) NOT ENFORCED);
            ALTER TABLE t ADD CONSTRAINT t_later CHECK (a < 0) NOT VALID;
            """);
    Path run = new RunFixture(folder).table("public", "t", "a\n-1\n1\n").write();
    VerificationReport report = verify(database, run);
    assertEquals(
        List.of("public.t: check t_later: 1 rows, check failed (SQLSTATE 23514)"), told(report));
    assertEquals(
        List.of(new NotEvaluated("public.t: check t_soft", "the database does not enforce it")),
        report.notEvaluated());
  }

  @Test
  void seesFilesThatAreNotThoseOfTheRun() throws IOException, SQLException {
    String database = TestServer.database("CREATE TABLE t (n int)");
    Path run = new RunFixture(folder).table("public", "t", "n\n1\n", "n\n2\n3\n").write();
    Files.writeString(run.resolve("public.t-00001-of-00002.csv"), "n\n2\n3\n4\n");
    assertEquals(
        List.of(
            "public.t: row_count manifest: 4 rows, the manifest has 3",
            "public.t: file manifest: its bytes are not those that the run wrote,"
                + " public.t-00001-of-00002.csv"),
        told(verify(database, run)));
  }

  @Test
  void refusesAFileThatIsMissingOrOfOtherColumns() throws IOException, SQLException {
    String database = TestServer.database("CREATE TABLE t (n int)");
    Path run = new RunFixture(folder).table("public", "t", "n\n1\n").write();
    Path file = run.resolve("public.t.csv");
    Files.writeString(file, "m\n1\n");
    InvalidInputException other =
        assertThrows(InvalidInputException.class, () -> verify(database, run));
    assertEquals("header_mismatch", other.problems().get(0).code());
    Files.delete(file);
    InvalidInputException missing =
        assertThrows(InvalidInputException.class, () -> verify(database, run));
    assertEquals("shard_missing", missing.problems().get(0).code());
  }

  @Test
  void fillsTablesWhoseColumnsAllComeFromTheDatabase() throws IOException, SQLException {
    String database =
        TestServer.database("CREATE TABLE t (id serial PRIMARY KEY, at date DEFAULT now())");
    Path run = new RunFixture(folder).table("public", "t", "\n\n\n\n").write();
    VerificationReport report = verify(database, run);
    assertEquals(List.of(), told(report));
    assertEquals(3, report.rows());
  }

  @Test
  void tellsNullFromTheEmptyString() throws IOException, SQLException {
    String database =
        TestServer.database("CREATE TABLE t (a text NOT NULL, b text CHECK (b IS NULL))");
    Path run = new RunFixture(folder).table("public", "t", "a,b\n\"\",\n").write();
    assertEquals(List.of(), told(verify(database, run)));
  }

  @Test
  void leavesNoDatabaseBehind() throws IOException, SQLException {
    String database = TestServer.database(RULES);
    Path good = new RunFixture(folder).table("public", "parent", PARENTS).write();
    verify(database, good);
    Path broken = new RunFixture(folder).table("public", "parent", PARENTS).write();
    Files.delete(broken.resolve("public.parent.csv"));
    assertThrows(InvalidInputException.class, () -> verify(database, broken));
    assertEquals(
        "0",
        TestServer.value(
            database, "SELECT count(*) FROM pg_database WHERE datname LIKE 'datalchemy_verify%'"));
  }

  @Test
  void needsAServerWhereDatabasesCanBeMade() throws IOException, SQLException {
    String database = TestServer.database("CREATE TABLE t (n int)");
    try (var connection = TestServer.get().connect(database);
        var statement = connection.createStatement()) {
      statement.execute("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN");
    }
    Path run = new RunFixture(folder).table("public", "t", "n\n1\n").write();
    var settings =
        ConnectionSettings.postgres("localhost", TestServer.get().port(), database, "guest", "");
    var guest = new GivenServer(settings);
    UnavailableException thrown =
        assertThrows(
            UnavailableException.class,
            () -> Verifier.verify(TestServer.schema(database), run, guest));
    assertEquals(
        "verification: the server failed, not permitted (SQLSTATE 42501); name a server where you"
            + " may create databases",
        thrown.getMessage());
  }
}
