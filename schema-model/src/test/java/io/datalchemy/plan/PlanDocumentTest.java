package io.datalchemy.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.plan.Rule.ColumnGenerator;
import io.datalchemy.plan.Rule.ConstraintKind;
import io.datalchemy.plan.Rule.ConstraintPolicy;
import io.datalchemy.plan.Rule.ForeignKeyStrategy;
import io.datalchemy.plan.Rule.PolicyMode;
import io.datalchemy.plan.Rule.StrategyMode;
import io.datalchemy.plan.Rule.Transform;
import io.datalchemy.problem.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanDocumentTest {
  private static final String HEAD =
      "{\"plan_version\":\"0.3\",\"seed\":1,"
          + "\"schema_ref\":{\"schema_version\":\"0.3\",\"engine\":\"postgres\"},";

  @Test
  void readsAPlanOfVersion02Whole() throws IOException {
    GenerationPlan plan = PlanDocument.read(bytes("version-0.2.plan.json"));

    assertEquals("0.2", plan.planVersion());
    assertEquals(new BigInteger("18446744073709551615"), plan.seed());
    assertEquals(-1L, plan.seedBits());
    assertEquals(Optional.of("pt_BR"), plan.global().orElseThrow().locale());
    assertEquals(
        new GenerationPlan.Target(
            "vendas",
            "cliente",
            50,
            Optional.of(new GenerationPlan.Strategy(Optional.of("fk_toposort"), Optional.of(500))),
            Optional.of("Clientes da loja"),
            Optional.empty()),
        plan.targets().get(0));
    assertEquals(2, plan.targets().size());
    assertEquals(Optional.of(true), plan.options().orElseThrow().allowFkDisable());
    assertEquals(
        Optional.of("telefone"), plan.rulesUnsupported().get(0).reference().orElseThrow().column());
  }

  @Test
  void readsEveryKindOfRuleOfVersion02() throws IOException {
    List<Rule> rules = PlanDocument.read(bytes("version-0.2.plan.json")).rules();

    assertEquals(
        List.of(
            new Transform("transform.truncate", Optional.of(Parameters.none().with("max_len", 40))),
            new Transform(
                "transform.casing", Optional.of(Parameters.none().with("mode", "title")))),
        generatorRule(rules, 0).transforms());
    assertEquals(GeneratorRef.of("semantic.br.name"), generatorRule(rules, 0).generator());
    assertEquals(Optional.of("Nome completo"), generatorRule(rules, 0).comment());
    assertEquals(
        Parameters.none().with("input_columns", List.of("nome")).with("domain", "example.com"),
        generatorRule(rules, 1).effectiveParams());
    assertEquals(
        Parameters.none()
            .with("min", new BigDecimal("10.50"))
            .with("max", "99.90")
            .with("scale", JsonNodeFactory.instance.numberNode(2)),
        generatorRule(rules, 2).effectiveParams());
    assertEquals(Parameters.none(), generatorRule(rules, 3).effectiveParams());
    assertEquals(
        new ConstraintPolicy(
            "vendas",
            "cliente",
            ConstraintKind.NOT_NULL,
            PolicyMode.WARN,
            Optional.empty(),
            Optional.empty()),
        rules.get(4));
    assertEquals(
        new ForeignKeyStrategy(
            "vendas", "pedido", StrategyMode.DISABLE, Optional.empty(), Optional.empty()),
        rules.get(5));
  }

  @Test
  void writesWhatItReads() throws IOException {
    GenerationPlan plan = PlanDocument.read(bytes("version-0.2.plan.json"));

    assertEquals(plan, PlanDocument.read(PlanDocument.write(plan)));
  }

  @Test
  void writesWithoutTheFieldsThatAreLeftOpen() {
    GenerationPlan plan =
        new GenerationPlan(
            "0.3",
            BigInteger.TWO.pow(64).subtract(BigInteger.ONE),
            new GenerationPlan.SchemaRef("0.3", Optional.of("ab12"), "postgres"),
            Optional.empty(),
            List.of(
                new GenerationPlan.Target(
                    "s", "t", 7, Optional.empty(), Optional.empty(), Optional.of("asked"))),
            List.of(),
            List.of(),
            Optional.of(
                new GenerationPlan.Options(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(LocalDate.of(2026, 1, 31)),
                    Optional.of(new BigDecimal("0.1")),
                    Optional.empty())));

    assertEquals(
        """
        {
          "plan_version" : "0.3",
          "seed" : 18446744073709551615,
          "schema_ref" : {
            "schema_version" : "0.3",
            "schema_fingerprint" : "ab12",
            "engine" : "postgres"
          },
          "targets" : [
            {
              "schema" : "s",
              "table" : "t",
              "rows" : 7,
              "reason" : "asked"
            }
          ],
          "rules" : [ ],
          "options" : {
            "as_of" : "2026-01-31",
            "null_rate" : 0.1
          }
        }
        """,
        new String(PlanDocument.write(plan), UTF_8));
    assertEquals(plan, PlanDocument.read(PlanDocument.write(plan)));
  }

  @Test
  void keepsNullsAndOwnKeysWithinParameters() {
    String rule =
        "{\"type\":\"column_generator\",\"schema\":\"s\",\"table\":\"t\",\"column\":\"c\","
            + "\"x-why\":1,\"generator\":{\"id\":\"g\",\"x-note\":[],"
            + "\"params\":{\"x-a\":null,\"b\":[null]}}}";
    GenerationPlan plan =
        read(HEAD + "\"x-top\":{\"y\":1},\"targets\":[],\"rules\":[" + rule + "]}");

    JsonNodeFactory nodes = JsonNodeFactory.instance;
    assertEquals(
        Parameters.none()
            .with("x-a", nodes.nullNode())
            .with("b", nodes.arrayNode().add(nodes.nullNode())),
        ((ColumnGenerator) plan.rules().get(0)).effectiveParams());
    assertEquals(plan, PlanDocument.read(PlanDocument.write(plan)));
  }

  @ParameterizedTest
  @CsvSource({"0.0", "0.1", "0.2", "0.2.7", "0.3", "0.3.1"})
  void readsTheSameAndOlderVersions(String version) {
    String plan = HEAD.replace("\"plan_version\":\"0.3\"", "\"plan_version\":\"" + version + "\"");

    assertEquals(version, read(plan + "\"targets\":[],\"rules\":[]}").planVersion());
  }

  @ParameterizedTest
  @CsvSource({"0.4", "0.10", "1.0", "3", "v0.2", "0.02", "''"})
  void refusesNewerAndMalformedVersions(String version) {
    String plan = HEAD.replace("\"plan_version\":\"0.3\"", "\"plan_version\":\"" + version + "\"");

    assertProblems(
        plan + "\"targets\":[{}],\"rules\":[]}",
        "error /plan_version: plan_version: must be 0.x, at most 0.3, was '"
            + version
            + "', which this build has no JSON Schema for [schema_validation_error]; "
            + "use a newer Datalchemy, or write the document as version 0.3");
  }

  @Test
  void saysWhereTheTextStopsBeingJson() {
    assertProblems(
        "{\n  \"seed\": 1,\n  \"rules\": [}\n",
        "error: must be valid JSON, fails at line 3, column 13: Unexpected close marker '}': "
            + "expected ']' (for Array starting at line: 3, column: 12) [invalid_plan_json]");
    assertProblems(
        "{\"seed\": 1,\n \"seed\": 2}",
        "error: must be valid JSON, fails at line 2, column 8: Duplicate field 'seed'"
            + " [invalid_plan_json]");
    assertProblems("", "error: must be a JSON document, was empty [invalid_plan_json]");
  }

  @Test
  void namesUnknownFieldsWithTheirPlaceAndANearMatch() {
    assertProblems(
        HEAD
            + "\"sed\":2,\"targets\":[{\"schema\":\"s\",\"table\":\"t\",\"rows\":1,\"row/s\":1}],"
            + "\"rules\":[{\"type\":\"column_generator\",\"schema\":\"s\",\"table\":\"t\","
            + "\"column\":\"c\",\"generator\":{\"id\":\"g\",\"parms\":{}},"
            + "\"transfroms\":[],\"priority\":1}],\"options\":{\"asof\":\"2026-01-01\"}}",
        unknownField("/targets/0/row~1s", "targets[0].row/s", "row/s", "did you mean 'rows'?"),
        unknownField(
            "/rules/0/generator/parms",
            "rules[0].generator.parms",
            "parms",
            "did you mean 'params'?"),
        unknownField(
            "/rules/0/transfroms",
            "rules[0].transfroms",
            "transfroms",
            "did you mean 'transforms'?"),
        unknownField(
            "/rules/0/priority",
            "rules[0].priority",
            "priority",
            "there are: column, comment, confidence, distribution, generator, null_rate, params,"
                + " reason, … (12 in all)"),
        unknownField("/options/asof", "options.asof", "asof", "did you mean 'as_of'?"),
        unknownField("/sed", "sed", "sed", "did you mean 'seed'?"));
  }

  @Test
  void tellsEveryViolationAtOnce() {
    assertProblems(
        "{\"plan_version\":\"0.3\",\"seed\":18446744073709551616,"
            + "\"schema_ref\":{\"engine\":7},"
            + "\"targets\":[{\"schema\":\"s\",\"table\":\"t\",\"rows\":-1},"
            + "{\"schema\":\"s\",\"table\":\"t\",\"rows\":1.5}],"
            + "\"rules\":[{\"type\":\"colum_generator\"},{},"
            + "{\"type\":\"constraint_policy\",\"schema\":\"s\",\"table\":\"t\","
            + "\"constraint\":\"checks\",\"mode\":\"enforce\"},"
            + "{\"type\":\"column_generator\",\"schema\":\"s\",\"table\":\"t\",\"column\":\"c\","
            + "\"generator\":\"g\",\"params\":[1],\"null_rate\":1.5}],"
            + "\"options\":{\"as_of\":\"2026-02-30\",\"shard_rows\":0}}",
        "error /seed: seed: must be at most 18446744073709551615,"
            + " was 18446744073709551616 [schema_violation]",
        "error /schema_ref/engine: schema_ref.engine: must be string, was integer"
            + " [schema_violation]",
        "error /schema_ref: schema_ref: must have the field 'schema_version' [schema_violation]",
        "error /targets/0/rows: targets[0].rows: must be at least 0, was -1 [schema_violation]",
        "error /targets/1/rows: targets[1].rows: must be integer, was number [schema_violation]",
        "error /rules/0/type: rules[0].type: must be one of"
            + " [\"column_generator\", \"constraint_policy\", \"foreign_key_strategy\", \"inject\"],"
            + " was \"colum_generator\" [schema_violation]",
        "error /rules/1: rules[1]: must have the field 'type' [schema_violation]",
        "error /rules/2/constraint: rules[2].constraint: must be one of"
            + " [\"check\", \"unique\", \"not_null\", \"primary_key\", \"foreign_key\"],"
            + " was \"checks\" [schema_violation]",
        "error /rules/3/params: rules[3].params: must be object or null, was array"
            + " [invalid_generator_params]",
        "error /rules/3/null_rate: rules[3].null_rate: must be at most 1, was 1.5"
            + " [schema_violation]",
        "error /options/as_of: options.as_of: must be a valid date, was \"2026-02-30\""
            + " [schema_violation]",
        "error /options/shard_rows: options.shard_rows: must be at least 1, was 0"
            + " [schema_violation]");
  }

  @Test
  void saysWhichFileIsMissing() {
    Path file = Path.of("no", "such", "plan.json");

    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> PlanDocument.read(file));
    assertEquals(
        "error: plan file " + file + ": there is no such file; check the path [file_not_found]",
        e.getMessage());
  }

  private static String unknownField(String path, String subject, String field, String hint) {
    return "error %s: %s: unknown field '%s' [schema_violation]; %s (a note of your own may be named x-…)"
        .formatted(path, subject, field, hint);
  }

  private static ColumnGenerator generatorRule(List<Rule> rules, int index) {
    return (ColumnGenerator) rules.get(index);
  }

  private static GenerationPlan read(String json) {
    return PlanDocument.read(json.getBytes(UTF_8));
  }

  private static void assertProblems(String json, String... expected) {
    InvalidInputException e = assertThrows(InvalidInputException.class, () -> read(json));
    assertEquals(String.join("\n", expected), e.getMessage());
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream in = PlanDocumentTest.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }
}
