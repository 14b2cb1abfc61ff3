package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rules and policies on unique columns: what keeps values apart is held, what cannot is refused.
 */
class UniqueRulesIT {
  private static final TableId TABLE = new TableId("public", "pessoa");
  private static final int ROWS = 3000;
  private static final String DDL =
      """
      CREATE TYPE tamanho AS ENUM ('p', 'm', 'g');
      CREATE TABLE pessoa (
        id integer PRIMARY KEY,
        nome varchar(60) NOT NULL,
        email varchar(40) NOT NULL UNIQUE,
        codigo varchar(12) CONSTRAINT codigo_unico UNIQUE,
        chave varchar(16) CONSTRAINT chave_unico UNIQUE NULLS NOT DISTINCT,
        tamanho tamanho);
      CREATE UNIQUE INDEX ON pessoa (lower(email));
      """;
  private static final String OF_THREE_SIZES =
      "ALTER TABLE pessoa ADD CONSTRAINT tamanho_unico UNIQUE (tamanho);";

  private static DatabaseSchema roomy;
  private static DatabaseSchema tight;

  @TempDir private Path out;

  @BeforeAll
  static void createTable() throws Exception {
    roomy = TestServer.schema(TestServer.database(DDL));
    tight = TestServer.schema(TestServer.database(DDL + OF_THREE_SIZES));
  }

  @Test
  void anEmailOfANameCarriesANumberWhereItIsUnique() throws Exception {
    GenerationResult result = generate(roomy, plan(EMAIL));
    List<String> lines = Files.readAllLines(result.run().path().resolve("public.pessoa.csv"));
    assertEquals(ROWS + 1, lines.size());
    assertTrue(
        lines.stream()
            .skip(1)
            .allMatch(l -> l.matches(".*,[a-z.]+\\.[0-9a-z]{3}@example\\.com,.*")));
    assertEquals(List.of(), violations(roomy, result));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'transform': 'transform.casing', 'params': {'mode': 'upper'}}",
        "{'transform': 'transform.prefix_suffix', 'params': {'prefix': 'AB-', 'suffix': '-Z'}}",
        "{'transform': 'transform.format', 'params': {'format': '<{value}>'}}",
        "{'transform': 'transform.mask', 'params': {'mode': 'format_preserving'}}",
        "{'transform': 'transform.null_rate', 'params': {'rate': 0.3}}",
        "{'transform': 'transform.casing', 'params': {'mode': 'title'}},"
            + " {'transform': 'transform.format', 'params': {'format': 'x{value}'}}",
      })
  void transformsThatKeepValuesApartKeepThemUnique(String transforms) throws Exception {
    assertEquals(List.of(), violations(roomy, generate(roomy, plan(code("codigo", transforms)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "codigo; {'transform': 'transform.truncate', 'params': {'max_len': 3}};"
            + " codigo: transform.truncate gives different values the same result",
        "codigo; {'transform': 'transform.mask'};"
            + " codigo: transform.mask with mode redact gives values the same result",
        "codigo; {'transform': 'transform.mask', 'params': {'mode': 'hash'}};"
            + " codigo: transform.mask with mode hash needs 32 characters to keep values apart,"
            + " the column has 12",
        "codigo; {'transform': 'transform.weighted_choice', 'params': {'choices':"
            + " [{'value': 'a', 'weight': 1}]}};"
            + " codigo: transform.weighted_choice gives different values the same result",
        "chave; {'transform': 'transform.null_rate', 'params': {'rate': 0.1}};"
            + " chave: transform.null_rate makes NULLs, which the key counts as one value",
      })
  void transformsThatDoNotAreRefused(String column, String transforms, String reason) {
    assertEquals(
        List.of("public.pessoa: unique " + column + "_unico cannot be held: " + reason),
        messages(resolve(roomy, plan(code(column, transforms)))));
  }

  @Test
  void enforceRefusesWhatHasTooFewValues() {
    assertEquals(
        List.of(
            "public.pessoa: tamanho_unico allows 3 rows at most (3 values of tamanho), asked were"
                + " 3000"),
        messages(resolve(tight, plan(EMAIL))));
  }

  @Test
  void warnGeneratesAndSaysWhatIsNotHeld() throws Exception {
    GenerationPlan plan = plan(policy("unique", "warn"));
    Resolution resolution = resolve(tight, plan);
    assertEquals(
        List.of(
            "public.pessoa: unique tamanho_unico is not held, values may repeat: 3 values of"
                + " tamanho"),
        messages(resolution));
    assertEquals("UNSUPPORTED", outcome(resolution, "tamanho_unico"));
    assertEquals("CONSTRUCTION", outcome(resolution, "codigo_unico"));
    assertEquals(List.of("tamanho_unico"), violations(tight, generate(tight, plan)));
  }

  @Test
  void ignoreDoesNotTry() {
    Resolution resolution =
        resolve(tight, plan(policy("unique", "ignore"), policy("primary_key", "ignore")));
    assertEquals(List.of(), messages(resolution));
    assertEquals("IGNORED", outcome(resolution, "codigo_unico"));
    assertEquals("IGNORED", outcome(resolution, "pessoa_pkey"));
  }

  private static final String EMAIL =
      "{'type': 'column_generator', 'schema': 'public', 'table': 'pessoa', 'column': 'email',"
          + " 'generator': {'id': 'derive.email_from_name', 'params': {'input_columns':"
          + " ['nome']}}}";

  private static String code(String column, String transforms) {
    return "{'type': 'column_generator', 'schema': 'public', 'table': 'pessoa', 'column': '"
        + column
        + "', 'generator': {'id': 'primitive.text.pattern', 'params': {'pattern': '[a-z]{4}'}},"
        + " 'transforms': ["
        + transforms
        + "]}";
  }

  private static String policy(String constraint, String mode) {
    return "{'type': 'constraint_policy', 'schema': 'public', 'table': 'pessoa', 'constraint': '"
        + constraint
        + "', 'mode': '"
        + mode
        + "'}";
  }

  private static GenerationPlan plan(String... rules) {
    String json =
        "{'plan_version': '0.3', 'seed': 1,"
            + " 'schema_ref': {'schema_version': '0.3', 'engine': 'postgres'},"
            + " 'targets': [{'schema': 'public', 'table': 'pessoa', 'rows': "
            + ROWS
            + "}], 'rules': ["
            + String.join(", ", rules)
            + "]}";
    return PlanDocument.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static Resolution resolve(DatabaseSchema schema, GenerationPlan plan) {
    assertTrue(
        PlanValidator.validate(plan, schema, Generators.builtIn()).stream()
            .noneMatch(Problem::isError));
    return PlanResolver.resolve(
        new ResolutionRequest(plan, schema, Generators.builtIn(), Overfull.REFUSE));
  }

  private static List<String> messages(Resolution resolution) {
    return resolution.problems().stream().map(Problem::message).toList();
  }

  private static String outcome(Resolution resolution, String constraint) {
    return resolution.plan().table(TABLE).orElseThrow().constraints().stream()
        .filter(outcome -> outcome.name().equals(constraint))
        .map(ConstraintOutcome::by)
        .map(Enum::name)
        .findFirst()
        .orElse("none");
  }

  private GenerationResult generate(DatabaseSchema schema, GenerationPlan plan) {
    return Generation.run(
        GenerationRequest.of(
            new Documents(schema, PlanDocument.write(plan), resolve(schema, plan).orThrow()), out));
  }

  private static List<String> violations(DatabaseSchema schema, GenerationResult result)
      throws IOException {
    return Verifier.verify(schema, result.run().path(), TestServer.get()).violations().stream()
        .map(violation -> violation.rule())
        .toList();
  }
}
