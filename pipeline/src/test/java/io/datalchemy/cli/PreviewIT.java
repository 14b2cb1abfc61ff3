package io.datalchemy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.datalchemy.json.Json;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.preview.Previewer;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.ComputedForeignContext;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.server.SampleDatabase;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What preview shows is what a run writes. */
class PreviewIT {
  private static final String DATABASE = "preview_it";
  private static final StringWriter OUT = new StringWriter();
  private static final StringWriter ERR = new StringWriter();

  @TempDir private static Path folder;

  private static String schema;
  private static String plan;

  @BeforeAll
  static void propose() throws IOException {
    SampleDatabase.create(TestServer.get(), DATABASE);
    schema = folder.resolve("schema.json").toString();
    plan = folder.resolve("plan.json").toString();
    String url = TestServer.get().connectionString(DATABASE);
    String runs = folder.resolve("runs").toString();
    assertEquals(0, run("introspect", url, "--run-dir", runs, "--out", schema));
    assertEquals(
        0, run("plan", "--schema", schema, "--rows", "30", "--as-of", "2026-11-01", "--out", plan));
    breakNames();
  }

  /** Names of customers are NULL now and then, against the column's NOT NULL. */
  private static void breakNames() throws IOException {
    JsonNode document = Json.mapper().readTree(Files.readString(Path.of(plan)));
    ((ArrayNode) document.path("rules"))
        .addObject()
        .put("type", "inject")
        .put("schema", "crm")
        .put("table", "cliente")
        .put("column", "nome")
        .put("rate", 0.3);
    Files.write(Path.of(plan), Json.pretty(document));
  }

  private static int run(String... arguments) {
    return run(Map.of(), arguments);
  }

  private static int run(Map<String, String> environment, String... arguments) {
    OUT.getBuffer().setLength(0);
    ERR.getBuffer().setLength(0);
    return Datalchemy.run(environment, new PrintWriter(OUT), new PrintWriter(ERR), arguments);
  }

  private static int preview(String... arguments) {
    List<String> all = new ArrayList<>(List.of("preview", "--plan", plan, "--schema", schema));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  @Test
  void everyRowIsThatOfTheFileAndNothingIsWritten() throws IOException {
    String out = folder.resolve("out").toString();
    assertEquals(0, run("generate", "--plan", plan, "--schema", schema, "--out", out));
    Path made = Path.of(OUT.toString().strip());
    List<Path> before = files();
    GenerationPlan asked = PlanDocument.read(Path.of(plan));
    ResolvedPlan resolved =
        Decisions.decide(SchemaDocument.read(Path.of(schema)), asked, new byte[0]).resolvedPlan();
    TablePrograms programs = TablePrograms.compile(resolved, Decisions.generators(asked));
    Previewer previewer = new Previewer(programs, new ComputedForeignContext(programs));
    for (ResolvedTable table : resolved.tables()) {
      List<String> lines = Files.readAllLines(made.resolve(table.id() + ".csv"));
      assertEquals(lines, previewer.rows(table, 0, 10_000).csv(), table.table());
      for (int row = 0; row < table.rows(); row += 7) {
        List<String> alone = previewer.rows(table, row, 1).csv();
        assertEquals(List.of(lines.get(0), lines.get(row + 1)), alone, table.table());
      }
    }
    assertEquals(0, preview("--csv", "-n", "30", "crm.cliente"));
    List<String> customers = Files.readAllLines(made.resolve("crm.cliente.csv"));
    assertEquals(customers, OUT.toString().lines().toList());
    assertTrue(
        customers.stream().anyMatch(line -> line.contains(",fisica,,")), customers::toString);
    assertEquals(before, files());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void showsSomeRowsOfEveryTableWithinTheWidthOfTheTerminal() {
    String[] all = {"preview", "--plan", plan, "--schema", schema, "-n", "2"};
    assertEquals(0, run(Map.of("COLUMNS", "60"), all));
    List<String> lines = OUT.toString().lines().toList();
    assertEquals(
        24, lines.stream().filter(line -> line.matches("\\w+\\.\\w+, \\d+ rows?.*")).count());
    assertTrue(lines.stream().filter(l -> l.startsWith("row ")).allMatch(l -> l.length() <= 60));
    assertTrue(
        lines.contains(
            "vendas.pedido_item, "
                + rowsOf("pedido_item")
                + " rows; filled by the database: total"));
  }

  private static String rowsOf(String table) {
    assertEquals(0, preview("--json", "-n", "1", table));
    JsonNode found = tree().path("tables").path(0);
    assertEquals(1, found.path("values").size());
    assertEquals(found.path("columns").size(), found.path("values").path(0).size());
    return found.path("rows").asText();
  }

  private static JsonNode tree() {
    try {
      return Json.mapper().readTree(OUT.toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void refusesWhatItCannotShow() {
    assertEquals(2, preview("crm.clientes"));
    assertEquals(
        "error: table 'crm.clientes': is not part of the run [unknown_table]; did you mean"
            + " 'crm.cliente'?\n",
        ERR.toString());
    assertEquals(2, preview("cadastro.uf", "--row", "1000"));
    assertTrue(
        ERR.toString().startsWith("error: row 1000 of cadastro.uf: its rows are 0 to "),
        ERR.toString());
    for (String[] wrong :
        List.of(
            new String[] {"-n", "0"},
            new String[] {"-n", "10001"},
            new String[] {"--row", "1"},
            new String[] {"--row", "-1", "uf"},
            new String[] {"--csv"},
            new String[] {"--csv", "--json", "uf"})) {
      assertEquals(2, preview(wrong), String.join(" ", wrong));
    }
  }
}
