package io.datalchemy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Schemas and plans that cannot work are refused before the run, each with its reason.
 *
 * <p>Each file says in its first lines, as comments, which rows and rules are asked for and which
 * errors are told.
 */
class UnsatisfiableZooIT {
  private static final String FOLDER = "/io/datalchemy/pipeline/unsatisfiable/";

  static Stream<Path> shapes() throws IOException, URISyntaxException {
    Path folder = Path.of(UnsatisfiableZooIT.class.getResource(FOLDER).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    }
  }

  @Test
  void holdsManyShapes() throws Exception {
    long count = shapes().count();
    assertTrue(count >= 25, "shapes: " + count);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void isRefusedBeforeTheRun(Path file) throws Exception {
    List<String> lines = Files.readAllLines(file);
    DatabaseSchema schema = TestServer.schema(TestServer.database(Files.readString(file)));
    List<String> errors =
        Decisions.problems(schema, plan(schema, lines), Optional.empty()).stream()
            .filter(Problem::isError)
            .map(Problem::toString)
            .toList();
    assertEquals(
        lines.stream().filter(l -> l.startsWith("-- error")).collect(Collectors.joining("\n")),
        errors.stream().map(e -> "-- " + e).collect(Collectors.joining("\n")));
    assertTrue(errors.stream().noneMatch(e -> e.startsWith("error:")), "each has a place");
  }

  private static GenerationPlan plan(DatabaseSchema schema, List<String> lines) {
    return PlanDocument.read(
        """
        {"plan_version": "0.3", "seed": 1,
         "schema_ref": {"schema_version": "0.3", "engine": "postgres"},
         "targets": [%s], "rules": [%s]}
        """
            .formatted(targets(schema, lines), values(lines, "-- rule: "))
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String targets(DatabaseSchema schema, List<String> lines) {
    List<String> own = lines.stream().filter(l -> l.startsWith("-- rows of ")).toList();
    if (!own.isEmpty()) {
      return own.stream()
          .map(l -> l.substring("-- rows of ".length()).split(": "))
          .map(pair -> target(pair[0], pair[1]))
          .collect(Collectors.joining(","));
    }
    String rows = values(lines, "-- rows: ");
    return schema
        .tableIds()
        .filter(id -> schema.table(id).filter(Table::holdsRows).isPresent())
        .map(id -> target(id.table(), rows))
        .collect(Collectors.joining(","));
  }

  private static String target(String table, String rows) {
    return "{\"schema\": \"public\", \"table\": \"%s\", \"rows\": %s}".formatted(table, rows);
  }

  private static String values(List<String> lines, String prefix) {
    return lines.stream()
        .filter(l -> l.startsWith(prefix))
        .map(l -> l.substring(prefix.length()))
        .collect(Collectors.joining(","));
  }
}
