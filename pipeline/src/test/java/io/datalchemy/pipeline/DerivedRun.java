package io.datalchemy.pipeline;

import io.datalchemy.beam.keys.ForeignContextMode;
import io.datalchemy.csv.CsvEncoder;
import io.datalchemy.load.Loader;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.plan.validation.PlanValidator;
import io.datalchemy.problem.Problem;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.Resolution;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.ComputedForeignContext;
import io.datalchemy.row.RowBlock;
import io.datalchemy.row.TableProgram;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import io.datalchemy.server.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A schema with a plan of rules over it, to be told of, generated and asked about in SQL. */
record DerivedRun(String ddl, DatabaseSchema schema, GenerationPlan plan) {

  /**
   * A run over a script's tables.
   *
   * @param rules the plan's rules as JSON, separated by commas
   * @param targets tables of the schema public and their rows, as {@code table:rows}
   */
  static DerivedRun of(String ddl, String rules, String... targets) throws SQLException {
    DatabaseSchema schema = TestServer.schema(TestServer.database(ddl));
    String rows = Stream.of(targets).map(DerivedRun::target).collect(Collectors.joining(",\n"));
    String plan =
        """
        {"plan_version": "0.3", "seed": 7,
         "schema_ref": {"schema_version": "0.3", "engine": "postgres"},
         "targets": [%TARGETS],
         "rules": [%RULES]}
        """
            .replace("%TARGETS", rows)
            .replace("%RULES", rules);
    return new DerivedRun(ddl, schema, PlanDocument.read(plan.getBytes(StandardCharsets.UTF_8)));
  }

  private static String target(String tableAndRows) {
    String[] parts = tableAndRows.split(":", 2);
    return "{\"schema\": \"public\", \"table\": \"" + parts[0] + "\", \"rows\": " + parts[1] + "}";
  }

  /** What validation says, and, where it finds no error, what resolution says. */
  List<String> problems() {
    List<Problem> found = PlanValidator.validate(plan, schema, Generators.builtIn());
    List<Problem> all = new ArrayList<>(found);
    if (found.stream().noneMatch(Problem::isError)) {
      all.addAll(resolution().problems());
    }
    return all.stream().filter(Problem::isError).map(DerivedRun::told).toList();
  }

  private static String told(Problem problem) {
    return (problem.path() + " " + problem.code() + ": " + problem.message()).strip();
  }

  Resolution resolution() {
    return PlanResolver.resolve(
        new ResolutionRequest(plan, schema, Generators.builtIn(), Overfull.REFUSE));
  }

  GenerationRequest request(Path folder) {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    Documents documents = new Documents(schema, PlanDocument.write(plan), resolution().orThrow());
    return GenerationRequest.of(documents, folder).withQuiet(true);
  }

  /** The SHA-256 of each table's rows, parents' values told in that way. */
  List<String> digests(Path folder, ForeignContextMode mode) {
    return digests(Generation.run(request(folder).withForeignContext(mode)));
  }

  static List<String> digests(GenerationResult result) {
    return result.report().tables().stream().map(t -> t.table() + " " + t.sha256()).toList();
  }

  /** The written columns of some neighbouring rows, computed together. */
  List<List<Optional<String>>> texts(String table, long firstRow, int count) {
    return texts(table, columns(table), firstRow, count);
  }

  /** The same of the first rows, each cell computed alone. */
  List<List<Optional<String>>> textsAlone(String table, int count) {
    List<List<Optional<String>>> columns = new ArrayList<>();
    for (String column : columns(table)) {
      List<Optional<String>> cells = new ArrayList<>();
      for (int row = 0; row < count; row++) {
        cells.addAll(texts(table, List.of(column), row, 1).get(0));
      }
      columns.add(cells);
    }
    return columns;
  }

  private List<String> columns(String table) {
    ResolvedTable resolved =
        resolution().orThrow().table(new TableId("public", table)).orElseThrow();
    return resolved.writtenColumns().stream().map(ResolvedColumn::name).toList();
  }

  private List<List<Optional<String>>> texts(
      String table, List<String> columns, long firstRow, int count) {
    TablePrograms programs = TablePrograms.compile(resolution().orThrow(), Generators.builtIn());
    TableProgram program = programs.program(new TableId("public", table));
    RowBlock block = program.newBlock(columns, count);
    block.rows().setRange(firstRow, count);
    program.fill(block, new ComputedForeignContext(programs));
    return columns.stream()
        .map(block::column)
        .map(vector -> IntStream.range(0, count).mapToObj(i -> CsvEncoder.text(vector, i)).toList())
        .toList();
  }

  /** Loads the rows with every constraint on; the queries that do not count 0, with their count. */
  List<String> violations(Path folder, String... queries) throws SQLException {
    Path run = Generation.run(request(folder)).run().path();
    String database = TestServer.database(ddl);
    try (Connection connection = TestServer.get().connect(database)) {
      Loader.load(TestServer.schema(database), run, connection);
    }
    List<String> violations = new ArrayList<>();
    for (String query : queries) {
      String count = TestServer.value(database, query);
      if (!count.equals("0")) {
        violations.add(count + ": " + query);
      }
    }
    return violations;
  }
}
