package io.datalchemy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.json.JsonSchemas;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatalchemyTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(String... arguments) {
    return Datalchemy.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "generate",
        "generators",
        "introspect",
        "load",
        "plan",
        "schema",
        "validate",
        "verify",
        "version"
      })
  void explainsEachCommand(String command) {
    assertEquals(0, run(command, "--help"));
    assertTrue(out.toString().startsWith("Usage: datalchemy " + command), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void refusesAnUnknownOptionWithTheUsage() {
    assertEquals(2, run("version", "--nonsense"));
    assertEquals("", out.toString());
    assertTrue(err.toString().startsWith("Unknown option: '--nonsense'\n"), err.toString());
  }

  @Test
  void refusesToDoNothing() {
    assertEquals(2, run());
    assertTrue(err.toString().startsWith("Missing command\n"), err.toString());
  }

  @Test
  void printsTheJsonSchemaOfADocument() {
    assertEquals(0, run("schema", "plan"));
    assertEquals(new String(JsonSchemas.plan(), StandardCharsets.UTF_8), out.toString());
  }

  @Test
  void searchesTheCatalogue() {
    assertEquals(0, run("generators", "--search", "truncate"));
    String expected =
        """
        transform.truncate  Cuts text to a number of characters
            max_len (integer, at least 0, must be given): How many characters are kept
        """;
    assertEquals(expected, out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void namesWhatIsNearWhereNothingIsFound() {
    assertEquals(2, run("generators", "--search", "truncat3"));
    assertEquals("", out.toString());
    assertEquals(
        "error: generators: none speaks of 'truncat3' [nothing_found]; near it are"
            + " transform.truncate\n",
        err.toString());
  }

  @Test
  void listsEachGeneratorInALine() {
    assertEquals(0, run("generators"));
    List<String> lines = out.toString().lines().toList();
    String geohash = "faker.address.raw.Geohash +Geohashes \\(precision=9\\)";
    assertEquals(1, lines.stream().filter(line -> line.matches(geohash)).count(), out.toString());
    assertTrue(lines.get(lines.size() - 1).startsWith("transform."), out.toString());
  }

  @Test
  void printsTheVersionOfTheBuildAndOfItsDocuments() {
    assertEquals(0, run("version"));
    String expected =
        """
        datalchemy \\d+\\.\\d+\\.\\d+.*
        schema.json 0.3
        plan.json 0.3
        generation format \\d+
        """;
    assertTrue(out.toString().matches(expected), out.toString());
  }

  @Test
  void tellsOfAFileThatIsNotThere() {
    Path missing = folder.resolve("schema.json");
    assertEquals(2, run("verify", "--schema", missing.toString(), "--run", folder.toString()));
    assertEquals("", out.toString());
    assertTrue(err.toString().contains(missing.toString()), err.toString());
  }

  @Test
  void neverRepeatsThePasswordOfAConnectionThatFails() {
    String url = "postgres://ana:s3cr3t@127.0.0.1:1/sales";
    assertEquals(4, run("introspect", "--run-dir", folder.toString(), "--conn", url));
    assertEquals("", out.toString());
    assertTrue(err.toString().startsWith("error: "), err.toString());
    assertTrue(!err.toString().contains("s3cr3t"), err.toString());
  }
}
