package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.json.Json;
import io.datalchemy.load.VerificationReport;
import io.datalchemy.load.Verifier;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.plan.validation.PlanValidator;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.Resolution;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A plan of version 0.2 with every id that it knew and every transform, in every form that it took:
 * ids as texts and as objects, parameters within the generator and in the older place beside it.
 */
class EveryIdOfVersion02IT {
  private static final int ROWS = 300;
  private static final String FORMER_IDS = "catalogue_0_2.txt";
  private static final List<String> TRANSFORMS =
      List.of(
          "{\"transform\": \"transform.null_rate\", \"params\": {\"rate\": 0.2}}",
          "{\"transform\": \"transform.truncate\", \"params\": {\"max_len\": 3}}",
          "{\"transform\": \"transform.format\", \"params\": {\"template\": \"<{value}>\"}}",
          "{\"transform\": \"transform.prefix_suffix\", \"params\": {\"prefix\": \"a\"}}",
          "{\"transform\": \"transform.casing\", \"params\": {\"mode\": \"title\"}}",
          "{\"transform\": \"transform.weighted_choice\", \"params\": {\"choices\":"
              + " [{\"value\": \"x\", \"weight\": 2}, {\"value\": \"y\", \"weight\": 1}]}}",
          "{\"transform\": \"transform.mask\", \"params\": {\"mode\": \"redact\"}}");

  private static List<Former> formers;
  private static DatabaseSchema schema;

  @TempDir private Path out;

  /** A generator of version 0.2, with a column for it. */
  private record Former(String id, String type, String params) {
    static Former read(String line) {
      String[] fields = line.split(";", 3);
      return new Former(fields[0], fields[1], fields[2]);
    }

    String column() {
      return "\""
          + id
          + "\" "
          + type
          + (id.equals("derive.fk") ? " REFERENCES mae" : "")
          + " NOT NULL";
    }
  }

  @BeforeAll
  static void makeTables() throws Exception {
    try (InputStream in = EveryIdOfVersion02IT.class.getResourceAsStream(FORMER_IDS)) {
      formers =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(Former::read)
              .toList();
    }
    String columns = formers.stream().map(Former::column).collect(Collectors.joining(",\n"));
    StringBuilder changed = new StringBuilder();
    for (int k = 0; k < TRANSFORMS.size(); k++) {
      changed.append(", t").append(k).append(" varchar(40)");
    }
    schema =
        TestServer.schema(
            TestServer.database(
                "CREATE TYPE humor AS ENUM ('bom', 'mau', 'nenhum');"
                    + "CREATE TABLE mae (id integer PRIMARY KEY, nome text NOT NULL);"
                    + ("CREATE TABLE todos (id integer PRIMARY KEY,\n" + columns + ");")
                    + ("CREATE TABLE mudados (id integer PRIMARY KEY" + changed + ");")));
  }

  @Test
  void everyIdIsInTheCatalogue() {
    List<String> ids =
        Generators.builtIn().generators().stream().map(GeneratorDeclaration::id).toList();
    assertEquals(217, formers.size());
    assertEquals(
        List.of(), formers.stream().map(Former::id).filter(id -> !ids.contains(id)).toList());
    assertEquals(
        List.of(),
        ids.stream()
            .filter(id -> id.startsWith("faker."))
            .filter(id -> formers.stream().noneMatch(former -> former.id().equals(id)))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt_BR", "en_US"})
  void thePlanRunsAndPostgresqlTakesEveryRow(String locale) throws Exception {
    GenerationPlan plan = PlanDocument.read(planDocument(locale));
    Generators generators =
        Generators.builtIn().forPlan(plan.effectiveLocale(), plan.effectiveAsOf());
    assertEquals(
        List.of(),
        PlanValidator.validate(plan, schema, generators).stream()
            .filter(problem -> !problem.code().equals("schema_fingerprint_not_set"))
            .toList());
    Resolution resolution =
        PlanResolver.resolve(new ResolutionRequest(plan, schema, generators, Overfull.REFUSE));
    assertEquals(List.of(), resolution.problems());
    GenerationResult result =
        Generation.run(
            GenerationRequest.of(
                new Documents(schema, PlanDocument.write(plan), resolution.orThrow()), out));
    VerificationReport report = Verifier.verify(schema, result.run().path(), TestServer.get());
    assertEquals(List.of(), report.violations());
    assertTrue(result.manifest().rows() >= 2 * ROWS);
  }

  private static byte[] planDocument(String locale) throws IOException {
    ObjectNode plan =
        (ObjectNode)
            json(
                """
                {"plan_version": "0.2", "seed": 42,
                 "schema_ref": {"schema_version": "0.2", "engine": "postgres"},
                 "rules_unsupported": []}
                """);
    plan.putObject("global").put("locale", locale);
    for (String table : List.of("mae", "todos", "mudados")) {
      plan.withArray("targets")
          .addObject()
          .put("schema", "public")
          .put("table", table)
          .put("rows", ROWS);
    }
    for (int k = 0; k < formers.size(); k++) {
      plan.withArray("rules").add(rule(formers.get(k), k));
    }
    for (int k = 0; k < TRANSFORMS.size(); k++) {
      ObjectNode rule = ruleFor("mudados", "t" + k).put("generator", "semantic.br.city");
      rule.withArray("transforms").add(json(TRANSFORMS.get(k)));
      plan.withArray("rules").add(rule);
    }
    return Json.pretty(plan);
  }

  /** The generator in one of the forms that version 0.2 took, each in turn. */
  private static JsonNode rule(Former former, int k) throws IOException {
    ObjectNode rule = ruleFor("todos", former.id());
    boolean hasNone = former.params().equals("{}");
    if (k % 2 == 0) {
      ObjectNode generator = rule.putObject("generator").put("id", former.id());
      if (!hasNone) {
        generator.set("params", json(former.params()));
      }
    } else {
      rule.put("generator", former.id());
      if (!hasNone) {
        rule.set("params", json(former.params()));
      }
    }
    rule.putArray("transforms");
    return rule;
  }

  private static ObjectNode ruleFor(String table, String column) {
    return Json.mapper()
        .createObjectNode()
        .put("type", "column_generator")
        .put("schema", "public")
        .put("table", table)
        .put("column", column);
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return Json.mapper().readTree(text);
  }
}
