package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import io.datalchemy.server.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of CHECKs where a plan's rules and policies speak of the same columns. */
class RulesAndChecksIT {
  private static final String DDL =
      "CREATE TABLE t (id integer PRIMARY KEY, a integer NOT NULL CHECK (a > 10),"
          + " b integer, c text CHECK (c IN ('x', 'y')), CHECK (b > a))";
  private static final String NEVER =
      "CREATE TABLE t (id integer PRIMARY KEY, a integer NOT NULL CHECK (a > 5 AND a < 3))";
  private static final String CALLING =
      "CREATE FUNCTION even(integer) RETURNS boolean LANGUAGE plpgsql IMMUTABLE"
          + " AS 'BEGIN RETURN $1 % 2 = 0; END';"
          + "CREATE TABLE t (id integer PRIMARY KEY, a integer NOT NULL CHECK (even(a)))";

  @TempDir private Path out;

  @Test
  void aRuleNoneOfWhoseValuesMeetsACheckIsRefused() throws Exception {
    assertEquals(
        "error rule_breaks_check: public.t.a: no value of the rule's primitive.int.range can meet"
            + " check t_a_check: \"a\" > 10",
        told(DDL, rule("a", "primitive.int.range", "{\"min\": 1, \"max\": 9}")));
    assertEquals(
        "error rule_breaks_check: public.t.c: no value of the rule's primitive.enum can meet"
            + " check t_c_check: \"c\" = ANY (ARRAY['x'::text, 'y'::text])",
        told(DDL, rule("c", "primitive.enum", "{\"values\": [\"z\", \"w\"]}")));
    assertEquals("", told(DDL, rule("a", "primitive.int.range", "{\"min\": 1, \"max\": 11}")));
  }

  @Test
  void aRuleOfAnExpressionComputesItsColumn() throws Exception {
    assertEquals(
        "[]", violations(DDL, rule("b", "derive.expression", "{\"expression\": \"a + 1\"}")));
  }

  @Test
  void anExpressionOverColumnsThatAreNotThereIsRefused() throws Exception {
    DatabaseSchema schema = schema(DDL);
    GenerationPlan plan =
        plan(schema, rule("b", "derive.expression", "{\"expression\": \"aa + valido(id)\"}"));
    assertEquals(
        List.of("unknown_input_column: column 'aa' of public.t: not found in schema.json"),
        PlanValidator.validate(plan, schema, generators()).stream()
            .filter(Problem::isError)
            .map(p -> p.code() + ": " + p.message())
            .toList());
  }

  @Test
  void contradictoryChecksAreAWarningWhereTheyAreNotEnforced() throws Exception {
    assertEquals("error unsatisfiable_constraints", firstWords(told(NEVER, "")));
    assertEquals(
        "warning unsatisfiable_constraints", firstWords(told(NEVER, policy("check", "warn"))));
    assertEquals("", told(NEVER, policy("check", "ignore")));
  }

  @Test
  void whatCannotBeTestedIsAnErrorInStrictModeUnlessThePolicySaysOtherwise() throws Exception {
    assertEquals("warning unsupported_constraint", firstWords(told(CALLING, "")));
    assertEquals("error unsupported_constraint", firstWords(toldStrictly(CALLING, "")));
    assertEquals(
        "warning unsupported_constraint",
        firstWords(toldStrictly(CALLING, policy("check", "warn"))));
    assertEquals("", toldStrictly(CALLING, policy("check", "ignore")));
  }

  @Test
  void nullsThatARuleAsksForComeWhereNotNullIsIgnored() throws Exception {
    String rule =
        "{\"type\": \"column_generator\", \"schema\": \"public\", \"table\": \"t\", \"column\": \"a\","
            + " \"null_rate\": 1, \"generator\": {\"id\": \"primitive.int.range\","
            + " \"params\": {\"min\": 11, \"max\": 99}}}";
    assertEquals("[not_null a]", violations(DDL, rule + ", " + policy("not_null", "ignore")));
  }

  @Test
  void aDistributionHoldsWithinWhatACheckLeaves() throws Exception {
    String rule = rule("a", "primitive.int.range", "{\"max\": 60, \"distribution\": \"zipf\"}");
    assertEquals("[]", violations(DDL, rule));
  }

  @Test
  void aUniqueColumnHasNoDistribution() throws Exception {
    assertEquals(
        "error unsupported_constraint: public.t: unique t_a_key cannot be held: a: the values of"
            + " primitive.int.range with a distribution occur more than once; leave the distribution"
            + " out",
        told(
            "CREATE TABLE t (id integer PRIMARY KEY, a integer NOT NULL UNIQUE)",
            rule("a", "primitive.int.range", "{\"distribution\": \"zipf\"}")));
  }

  private String violations(String ddl, String rules) throws Exception {
    DatabaseSchema schema = schema(ddl);
    GenerationPlan plan = plan(schema, rules);
    var run =
        Generation.run(
            GenerationRequest.of(
                new Documents(schema, PlanDocument.write(plan), resolve(schema, plan).orThrow()),
                out));
    return Verifier.verify(schema, run.run().path(), TestServer.get()).violations().stream()
        .map(v -> v.kind() + " " + v.rule())
        .toList()
        .toString();
  }

  private static String told(String ddl, String rules) throws SQLException {
    DatabaseSchema schema = schema(ddl);
    return words(resolve(schema, plan(schema, rules)));
  }

  private static String toldStrictly(String ddl, String rules) throws SQLException {
    DatabaseSchema schema = schema(ddl);
    return words(resolve(schema, plan(schema, rules, ", \"options\": {\"strict\": true}")));
  }

  private static String words(Resolution resolution) {
    return resolution.problems().stream()
        .map(p -> (p.isError() ? "error " : "warning ") + p.code() + ": " + p.message())
        .collect(Collectors.joining(" // "));
  }

  private static String firstWords(String told) {
    return told.substring(0, Math.max(0, told.indexOf(':')));
  }

  private static Resolution resolve(DatabaseSchema schema, GenerationPlan plan) {
    return PlanResolver.resolve(new ResolutionRequest(plan, schema, generators(), Overfull.REFUSE));
  }

  private static Generators generators() {
    return Generators.builtIn().forPlan("pt_BR", LocalDate.of(2026, 11, 1));
  }

  private static DatabaseSchema schema(String ddl) throws SQLException {
    return TestServer.schema(TestServer.database(ddl));
  }

  private static String rule(String column, String id, String params) {
    return "{\"type\": \"column_generator\", \"schema\": \"public\", \"table\": \"t\", \"column\": \""
        + column
        + "\", \"generator\": {\"id\": \""
        + id
        + "\", \"params\": "
        + params
        + "}}";
  }

  private static String policy(String constraint, String mode) {
    return "{\"type\": \"constraint_policy\", \"schema\": \"public\", \"table\": \"t\", \"constraint\": \""
        + constraint
        + "\", \"mode\": \""
        + mode
        + "\"}";
  }

  private static GenerationPlan plan(DatabaseSchema schema, String rules) {
    return plan(schema, rules, "");
  }

  private static GenerationPlan plan(DatabaseSchema schema, String rules, String options) {
    String json =
        "{\"plan_version\": \"0.3\", \"seed\": 1, \"schema_ref\": {\"schema_version\": \""
            + schema.schemaVersion()
            + "\", \"engine\": \"postgres\"}, \"targets\": [{\"schema\": \"public\", \"table\": \"t\","
            + " \"rows\": 50}], \"rules\": ["
            + rules
            + "], \"rules_unsupported\": []"
            + options
            + "}";
    return PlanDocument.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
