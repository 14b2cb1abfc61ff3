package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.datalchemy.load.Verifier;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.plan.validation.PlanValidator;
import io.datalchemy.problem.Problem;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.Resolution;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.server.SampleDatabase;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every plan of the folder of examples runs, and PostgreSQL takes what comes of it. */
class ExamplePlansIT {
  private static final Path FOLDER = Path.of("..", "plans");

  /** What the server refuses of plans that give a constraint up: nothing of all others. */
  private static final Map<String, List<String>> GIVEN_UP =
      Map.of(
          "version_0_2.plan.json",
          List.of(
              "vendas.categoria: foreign_key categoria_categoria_pai_id_fkey",
              "vendas.vendedor: check vendedor_meta_mensal_check"));

  /** Where the schemas are that plans name by {@code x-schema}; those without are the sample's. */
  private static final Map<String, DatabaseSchema> SCHEMAS = new TreeMap<>();

  private static DatabaseSchema sample;

  @TempDir private Path out;

  @BeforeAll
  static void introspect() throws SQLException {
    SampleDatabase.create(TestServer.get(), "example_plans_it");
    sample = TestServer.schema("example_plans_it");
  }

  private static DatabaseSchema schema(Path plan) throws IOException {
    JsonNode named = new ObjectMapper().readTree(plan.toFile()).path("x-schema");
    return named.isMissingNode()
        ? sample
        : SCHEMAS.computeIfAbsent(named.textValue(), ExamplePlansIT::introspected);
  }

  private static DatabaseSchema introspected(String script) {
    try {
      String ddl = Files.readString(Path.of("..").resolve(script));
      return TestServer.schema(TestServer.database(ddl));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(script + ": makes no database", e);
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void serverRefusesOnlyWhatThePlanGivesUp(String name) throws IOException {
    Path file = FOLDER.resolve(name);
    DatabaseSchema schema = schema(file);
    GenerationPlan plan = PlanDocument.read(file);
    Generators generators =
        Generators.builtIn().forPlan(plan.effectiveLocale(), plan.effectiveAsOf());
    assertEquals(List.of(), errors(PlanValidator.validate(plan, schema, generators)));
    Resolution resolution =
        PlanResolver.resolve(new ResolutionRequest(plan, schema, generators, Overfull.REFUSE));
    assertEquals(told(schema), codes(resolution.problems()));
    GenerationResult result =
        Generation.run(
            GenerationRequest.of(
                new Documents(schema, Files.readAllBytes(file), resolution.orThrow()), out));
    assertEquals(GIVEN_UP.getOrDefault(name, List.of()), refused(schema, result));
    assertEquals(asked(plan), generated(plan, result));
  }

  @Test
  void plansThatGiveConstraintsUpAreThere() throws IOException {
    List<String> plans = plans();
    assertEquals(List.of(), GIVEN_UP.keySet().stream().filter(n -> !plans.contains(n)).toList());
  }

  static List<String> plans() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertFalse(names.isEmpty(), "plans: holds no plan");
      return names;
    }
  }

  /** The CHECKs of the domains over sums of children hold by what the rules say, unproved. */
  private static Set<String> told(DatabaseSchema schema) {
    return schema.equals(sample) ? Set.of() : Set.of("unsupported_constraint");
  }

  private static Set<String> codes(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.isError() ? problem.toString() : problem.code())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Problem> errors(List<Problem> problems) {
    return problems.stream().filter(Problem::isError).toList();
  }

  private static List<String> refused(DatabaseSchema schema, GenerationResult result) {
    return Verifier.verify(schema, result.run().path(), TestServer.get()).violations().stream()
        .map(violation -> violation.table() + ": " + violation.kind() + " " + violation.rule())
        .sorted()
        .toList();
  }

  private static Map<String, Long> asked(GenerationPlan plan) {
    Map<String, Long> rows = new TreeMap<>();
    plan.targets().stream()
        .filter(target -> target.rowsPerParent().isEmpty())
        .forEach(target -> rows.put(target.id().toString(), target.rows()));
    return rows;
  }

  private static Map<String, Long> generated(GenerationPlan plan, GenerationResult result) {
    Map<String, Long> rows = new TreeMap<>();
    result.manifest().tables().forEach(table -> rows.put(table.id().toString(), table.rows()));
    rows.keySet().retainAll(asked(plan).keySet());
    return rows;
  }
}
