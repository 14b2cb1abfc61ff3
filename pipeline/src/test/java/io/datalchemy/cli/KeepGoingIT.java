package io.datalchemy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One impossible table refuses the run, or costs itself and those that need it. */
class KeepGoingIT {
  private static final String TABLES =
      """
      CREATE TABLE impossivel (id int PRIMARY KEY, n int NOT NULL CHECK (n > 10 AND n < 5));
      CREATE TABLE precisa (id int PRIMARY KEY, i int NOT NULL REFERENCES impossivel);
      CREATE TABLE precisa_de_quem_precisa (id int PRIMARY KEY, p int NOT NULL REFERENCES precisa);
      CREATE TABLE pode_ficar_sem (id int PRIMARY KEY, i int REFERENCES impossivel);
      CREATE TABLE dia (nome text PRIMARY KEY CHECK (nome IN ('seg', 'ter', 'qua')));
      CREATE TABLE agenda (id int PRIMARY KEY, dia text NOT NULL REFERENCES dia);
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Datalchemy.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private String schema() throws SQLException {
    String file = folder.resolve("schema.json").toString();
    String url = TestServer.get().connectionString(TestServer.database(TABLES));
    String runs = folder.resolve("runs").toString();
    assertEquals(0, run("introspect", url, "--run-dir", runs, "--out", file));
    return file;
  }

  private String plan(String... tables) throws IOException {
    Stream<String> targets =
        Stream.of(tables).map(t -> "{\"schema\":\"public\",\"table\":\"" + t + "\",\"rows\":20}");
    Path file = folder.resolve("plan.json");
    Files.writeString(
        file,
        "{\"plan_version\":\"0.3\",\"seed\":1,\"schema_ref\":{\"schema_version\":\"0.3\","
            + "\"engine\":\"postgres\"},\"targets\":["
            + String.join(",", targets.toList())
            + "],\"rules\":[]}");
    return file.toString();
  }

  private static final String IMPOSSIBLE =
      "public.impossivel: no row can meet impossivel_n_check can hold of no row: \"n\" > 10 and"
          + " \"n\" < 5 (NOT NULL: n)";

  @Test
  void theRunIsRefusedWithTheWholeListAndNothingIsWritten() throws Exception {
    String schema = schema();
    String plan = plan("precisa_de_quem_precisa", "pode_ficar_sem", "dia", "agenda");
    String runs = folder.resolve("out").toString();
    assertEquals(2, run("generate", "--plan", plan, "--schema", schema, "--out", runs));
    List<String> errors = err.toString().lines().filter(line -> line.startsWith("error")).toList();
    assertEquals(2, errors.size(), err.toString());
    assertTrue(errors.get(0).contains(IMPOSSIBLE), errors.get(0));
    assertTrue(errors.get(1).contains("public.dia: dia_pkey allows 3 rows at most"), errors.get(1));
    assertFalse(Files.exists(Path.of(runs)));
  }

  @Test
  void keepsGoingWithEveryTableThatCanBe() throws Exception {
    String schema = schema();
    String plan = plan("precisa_de_quem_precisa", "pode_ficar_sem", "dia", "agenda");
    String runs = folder.resolve("out").toString();
    assertEquals(
        2, run("generate", "--keep-going", "--plan", plan, "--schema", schema, "--out", runs));
    String run = out.toString().strip();
    String told = err.toString();
    assertTrue(told.contains("left out: " + IMPOSSIBLE + " [table_left_out]"), told);
    assertTrue(
        told.contains(
            "left out: public.precisa: foreign key precisa_i_fkey refers to public.impossivel,"
                + " which is left out, and none of its columns may be NULL [table_left_out]"),
        told);
    assertTrue(told.contains("left out: public.precisa_de_quem_precisa: foreign key"), told);
    assertEquals(
        List.of("public.agenda.csv", "public.dia.csv", "public.pode_ficar_sem.csv"), csv(run));
    assertEquals(3 + 1, Files.readAllLines(Path.of(run, "public.dia.csv")).size());
    assertEquals(0, run("verify", "--schema", schema, "--run", run));
    assertTrue(
        Files.readString(Path.of(run, "generation_report.json")).contains("\"table_left_out\""));
  }

  @Test
  void nothingThatCanBeIsAnError() throws Exception {
    String schema = schema();
    String plan = plan("precisa");
    String runs = folder.resolve("out").toString();
    assertEquals(
        2, run("generate", "--keep-going", "--plan", plan, "--schema", schema, "--out", runs));
    assertTrue(err.toString().contains(IMPOSSIBLE), err.toString());
    assertFalse(Files.exists(Path.of(runs)));
  }

  private static List<String> csv(String run) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(run))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .sorted()
          .toList();
    }
  }
}
