package io.datalchemy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.json.Json;
import io.datalchemy.load.RunFixture;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsIT {
  private static final String TABLES =
      """
      CREATE TABLE p (id int PRIMARY KEY);
      CREATE TABLE c (id int PRIMARY KEY, p int NOT NULL REFERENCES p);
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Datalchemy.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private static String url(String database) {
    return TestServer.get().connectionString(database);
  }

  private String introspect(String database) {
    String file = folder.resolve("schema.json").toString();
    String runs = folder.resolve("runs").toString();
    assertEquals(0, run("introspect", url(database), "--run-dir", runs, "--out", file));
    return file;
  }

  private Path goodRun() throws IOException {
    return new RunFixture(folder)
        .table("public", "c", "id,p\n1,1\n2,1\n")
        .table("public", "p", "id\n1\n")
        .write();
  }

  private Path badRun() throws IOException {
    return new RunFixture(folder)
        .table("public", "c", "id,p\n1,1\n2,7\n")
        .table("public", "p", "id\n1\n")
        .write();
  }

  @Test
  void introspectPrintsTheRunFolderAndWritesTheSchema() throws IOException, SQLException {
    String database = TestServer.database(TABLES);
    String file = introspect(database);
    Path run = Path.of(out.toString().strip());
    assertEquals(Files.readString(run.resolve("schema.json")), Files.readString(Path.of(file)));
    assertEquals("2 tables read\n", err.toString());
    String runs = folder.resolve("runs").toString();
    assertEquals(0, run("introspect", "--quiet", "--conn", url(database), "--run-dir", runs));
    assertEquals("", err.toString());
  }

  @Test
  void introspectReadsTheSchemasAskedForAlone() throws SQLException {
    String database = TestServer.database(TABLES + "CREATE SCHEMA s; CREATE TABLE s.t (a int);");
    String runs = folder.toString();
    assertEquals(0, run("introspect", url(database), "--schema", "s", "--run-dir", runs));
    assertEquals("1 tables read\n", err.toString());
    assertEquals(2, run("introspect", url(database), "--schema", "nope", "--run-dir", runs));
    assertTrue(err.toString().contains("nope"), err.toString());
  }

  @Test
  void planWritesAProposalThatValidates() throws SQLException {
    String schema = introspect(TestServer.database(TABLES));
    String plan = folder.resolve("plan.json").toString();
    assertEquals(0, run("plan", "--schema", schema, "--rows", "7", "--seed", "9", "--out", plan));
    assertEquals(plan + "\n", out.toString());
    assertEquals(0, run("validate", "--plan", plan, "--schema", schema));
    assertEquals(
        "0 errors, 0 warnings; read in # ms, decided in # ms\n",
        err.toString().replaceAll("[0-9]+ ms", "# ms"));
  }

  @Test
  void planPrintsTheSameProposalEachTime() throws SQLException {
    String schema = introspect(TestServer.database(TABLES));
    String[] arguments = {"plan", "--schema", schema, "--as-of", "2026-01-02", "--quiet"};
    assertEquals(0, run(arguments));
    String first = out.toString();
    assertTrue(first.contains("\"as_of\" : \"2026-01-02\""), first);
    assertEquals(0, run(arguments));
    assertEquals(first, out.toString());
  }

  @Test
  void planRefusesNumbersOutOfRange() throws SQLException {
    String schema = introspect(TestServer.database(TABLES));
    assertEquals(2, run("plan", "--schema", schema, "--rows", "0"));
    assertEquals("error: rows: must be at least 1, was 0 [invalid_option]\n", err.toString());
    assertEquals(2, run("plan", "--schema", schema, "--seed", "-1"));
    assertEquals(
        "error: seed: must be within 0 and 18446744073709551615, was -1 [invalid_option]\n",
        err.toString());
  }

  @Test
  void planTakesSizesFromKeysOrGivesAllTheSame() throws IOException, SQLException {
    String schema = introspect(TestServer.database(TABLES));
    assertEquals(0, run("plan", "--schema", schema, "--rows", "7", "--quiet"));
    assertEquals(List.of("21", "7"), rows(out.toString()));
    assertEquals(0, run("plan", "--schema", schema, "--rows", "7", "--quiet", "--sizes", "same"));
    assertEquals(List.of("7", "7"), rows(out.toString()));
  }

  /** The rows of the targets, by name of the table. */
  private static List<String> rows(String plan) throws IOException {
    List<String> rows = new ArrayList<>();
    Json.mapper().readTree(plan).path("targets").forEach(t -> rows.add(t.path("rows").asText()));
    return rows;
  }

  @Test
  void planTakesWhatCommentsSayAndTellsWhatItCannotRead() throws SQLException {
    String comment = "COMMENT ON COLUMN c.p IS '@datalchemy genrator=primitive.int';";
    String wrong = introspect(TestServer.database(TABLES + comment));
    assertEquals(2, run("plan", "--schema", wrong));
    assertEquals(
        "error /schemas/0/tables/0/columns/1/comment: public.c.p: comment: @datalchemy: unknown key"
            + " 'genrator' [invalid_directive]; did you mean 'generator'?\n",
        err.toString());
    String right =
        introspect(
            TestServer.database(
                TABLES
                    + "ALTER TABLE c ADD x int;"
                    + "COMMENT ON COLUMN c.x IS '@datalchemy {\"max\": 3} null_rate=0';"));
    assertEquals(0, run("plan", "--schema", right));
    assertTrue(out.toString().contains("\"reason\" : \"comment\""), out.toString());
  }

  @Test
  void planListsTheColumnsThatItGuesses() throws SQLException {
    String schema = introspect(TestServer.database(TABLES + "CREATE TABLE g (xyzzy jsonb);"));
    assertEquals(0, run("plan", "--schema", schema, "--explain"));
    List<String> lines = err.toString().lines().toList();
    assertEquals(
        "column          filled by            confidence  because", lines.get(lines.size() - 4));
    assertTrue(
        lines.contains(
            "public.g.xyzzy  primitive.json       0.3         the type jsonb decides; the name tells"
                + " no more (type)"),
        err.toString());
    assertEquals(0, run("plan", "--schema", schema, "--explain", "all"));
    assertTrue(err.toString().contains("public.c.p      foreign key c_p_fkey"), err.toString());
  }

  @Test
  void planUpdatesAPlanInItsPlace() throws IOException, SQLException {
    String schema = introspect(TestServer.database(TABLES));
    String plan = folder.resolve("plan.json").toString();
    Path old = Files.copy(Path.of(schema), folder.resolve("old.json"));
    assertEquals(0, run("plan", "--schema", schema, "--rows", "7", "--seed", "9", "--out", plan));
    introspect(TestServer.database(TABLES + "CREATE TABLE loja (cnpj char(14));"));
    String[] update = {
      "plan", "--schema", schema, "--update", plan, "--old-schema", old.toString(), "--out", plan
    };
    assertEquals(0, run(update));
    assertEquals(
        """
        table public.loja: target added, 1000 rows
        column public.loja.cnpj: rule added, semantic.br.cnpj
        """,
        err.toString());
    assertTrue(Files.readString(Path.of(plan)).contains("\"seed\" : 9"));
    assertEquals(0, run("validate", "--plan", plan, "--schema", schema));
    String text = Files.readString(Path.of(plan));
    introspect(TestServer.database("CREATE TABLE p (id int PRIMARY KEY);"));
    Files.writeString(Path.of(plan), text.replace("\"rows\" : 7", "\"rows\" : 99999999999"));
    assertEquals(2, run("plan", "--schema", schema, "--update", plan, "--out", plan));
    assertTrue(err.toString().contains("[value_space_too_small]"), err.toString());
    assertTrue(Files.readString(Path.of(plan)).contains("semantic.br.cnpj"));
    assertEquals(2, run("plan", "--schema", schema, "--update", plan, "--seed", "1"));
    assertEquals(2, run("plan", "--schema", schema, "--old-schema", schema));
  }

  @Test
  void validatePrintsEveryProblem() throws IOException, SQLException {
    String schema = introspect(TestServer.database(TABLES));
    Path plan = folder.resolve("plan.json");
    Files.writeString(
        plan,
        """
        {"plan_version": "0.3", "seed": 1,
         "schema_ref": {"schema_version": "0.3", "engine": "postgres"},
         "targets": [{"schema": "public", "table": "nope", "rows": 1},
                     {"schema": "public", "table": "p", "rows": 0}],
         "rules": []}
        """);
    assertEquals(2, run("validate", "--plan", plan.toString(), "--schema", schema));
    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.stream().anyMatch(line -> line.contains("[unknown_table]")), out.toString());
    assertTrue(lines.stream().anyMatch(line -> line.contains("[rows_zero]")), out.toString());
  }

  @Test
  void verifyTellsWhatTheServerRefused() throws IOException, SQLException {
    String database = TestServer.database(TABLES);
    String schema = introspect(database);
    String[] good = {
      "verify", "--schema", schema, "--run", goodRun().toString(), "--conn", url(database)
    };
    assertEquals(0, run(good));
    assertEquals(
        "2 tables, 3 rows, 6 constraints and indexes held, 0 violations, 0 not evaluated\n",
        out.toString());
    String[] bad = {
      "verify", "--schema", schema, "--run", badRun().toString(), "--conn", url(database)
    };
    assertEquals(3, run(bad));
    assertEquals(
        """
        public.c: foreign_key c_p_fkey: 1 rows, no such parent (SQLSTATE 23503)
        2 tables, 3 rows, 5 constraints and indexes held, 1 violations, 0 not evaluated
        """,
        out.toString());
  }

  @Test
  void verifyStartsAServerOfItsOwn() throws IOException, SQLException {
    String schema = introspect(TestServer.database(TABLES));
    assertEquals(0, run("verify", "--schema", schema, "--run", goodRun().toString()));
    assertEquals("starting an embedded PostgreSQL\n", err.toString());
  }

  @Test
  void verifyRefusesARunThatDidNotFinish() throws IOException, SQLException {
    String schema = introspect(TestServer.database(TABLES));
    Path run = goodRun();
    Files.delete(run.resolve("manifest.json"));
    assertEquals(2, run("verify", "--schema", schema, "--run", run.toString()));
    assertTrue(err.toString().contains("[run_incomplete]"), err.toString());
  }

  @Test
  void loadFillsTheDatabaseOrLeavesItAlone() throws IOException, SQLException {
    String database = TestServer.database(TABLES);
    assertEquals(3, run("load", "--run", badRun().toString(), "--conn", url(database)));
    assertEquals(
        "error: public.c: constraint c_p_fkey: no such parent (SQLSTATE 23503);"
            + " nothing was loaded\n",
        err.toString());
    assertEquals("0", TestServer.value(database, "SELECT count(*) FROM p"));
    assertEquals(0, run("load", "--run", goodRun().toString(), "--conn", url(database)));
    assertEquals("2 tables, 3 rows loaded, 0 sequences advanced\n", out.toString());
    assertEquals(2, run("load", "--run", goodRun().toString(), "--conn", url(database)));
    assertTrue(err.toString().contains("[target_table_not_empty]"), err.toString());
  }

  @Test
  void generateMakesARunThatVerifies() throws SQLException {
    String schema = introspect(TestServer.database(TABLES));
    String plan = folder.resolve("plan.json").toString();
    assertEquals(0, run("plan", "--schema", schema, "--rows", "5", "--out", plan));
    String[] generate = {
      "generate", "--plan", plan, "--schema", schema, "--out", folder.resolve("out").toString()
    };
    assertEquals(0, run(generate), err::toString);
    String generated = out.toString().strip();
    assertTrue(err.toString().startsWith("2 tables, 20 rows, "), err.toString());
    assertEquals(0, run("verify", "--schema", schema, "--run", generated), err::toString);
  }

  @Test
  void generateRefusesWhatItCannotDoAndWritesNothing() throws IOException, SQLException {
    String schema = introspect(TestServer.database(TABLES));
    String plan = folder.resolve("plan.json").toString();
    assertEquals(0, run("plan", "--schema", schema, "--rows", "5", "--out", plan));
    Path out = folder.resolve("out");
    String[] onOther = {
      "generate", "--plan", plan, "--schema", schema, "--out", out.toString(), "--runner", "moon"
    };
    assertEquals(2, run(onOther));
    assertEquals("error: runner: must be direct, was moon [unknown_runner]\n", err.toString());
    assertTrue(Files.notExists(out));
    String text = Files.readString(Path.of(plan)).replace("\"table\" : \"p\"", "\"table\" : \"q\"");
    Path wrong = Files.writeString(folder.resolve("wrong.json"), text);
    String[] unknownTable = {
      "generate", "--plan", wrong.toString(), "--schema", schema, "--out", out.toString()
    };
    assertEquals(2, run(unknownTable));
    assertTrue(err.toString().contains("[unknown_table]"), err.toString());
    assertTrue(Files.notExists(out));
  }

  @Test
  void generateTellsOfAFolderThatCannotBeWritten() throws IOException, SQLException {
    String schema = introspect(TestServer.database(TABLES));
    String plan = folder.resolve("plan.json").toString();
    assertEquals(0, run("plan", "--schema", schema, "--rows", "5", "--out", plan));
    Path taken = Files.writeString(folder.resolve("taken"), "");
    String[] arguments = {
      "generate", "--plan", plan, "--schema", schema, "--out", taken.toString()
    };
    assertEquals(4, run(arguments));
    assertEquals(
        "error: " + taken + ": no run folder can be made here; name a folder that may be written\n",
        err.toString());
  }
}
