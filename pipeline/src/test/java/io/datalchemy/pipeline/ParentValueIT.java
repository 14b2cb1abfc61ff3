package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule may copy a column of the parent's row. */
class ParentValueIT {
  private static final String DDL =
      """
      CREATE TABLE pedido (id serial PRIMARY KEY, criado_em timestamptz NOT NULL, total bigint);
      CREATE TABLE item (
        id serial PRIMARY KEY,
        pedido_id integer NOT NULL REFERENCES pedido,
        pedido_criado_em timestamptz NOT NULL);
      """;

  @TempDir private Path out;

  @Test
  void copiesTheParentsColumn() throws SQLException, IOException {
    DatabaseSchema schema = TestServer.schema(TestServer.database(DDL));
    GenerationResult result = generate(schema, plan("criado_em"));
    Map<String, String> created = new HashMap<>();
    for (List<String> row : rows(result, "pedido")) {
      created.put(row.get(0), row.get(1));
    }
    List<List<String>> items = rows(result, "item");
    assertEquals(200, items.size());
    for (List<String> item : items) {
      assertEquals(created.get(item.get(1)), item.get(2));
    }
  }

  @Test
  void refusesAColumnOfAnotherType() throws SQLException {
    DatabaseSchema schema = TestServer.schema(TestServer.database(DDL));
    Resolution resolution = resolve(schema, plan("total"));
    assertEquals(
        List.of(
            "public.item.pedido_criado_em: derive.parent_value cannot fill it, the parent's total"
                + " is of another type"),
        resolution.problems().stream().map(p -> p.message()).toList());
  }

  private GenerationResult generate(DatabaseSchema schema, GenerationPlan plan) {
    assertTrue(
        PlanValidator.validate(plan, schema, Generators.builtIn()).stream()
            .noneMatch(Problem::isError));
    Documents documents =
        new Documents(schema, PlanDocument.write(plan), resolve(schema, plan).orThrow());
    return Generation.run(GenerationRequest.of(documents, out));
  }

  private static Resolution resolve(DatabaseSchema schema, GenerationPlan plan) {
    return PlanResolver.resolve(
        new ResolutionRequest(plan, schema, Generators.builtIn(), Overfull.REFUSE));
  }

  private static GenerationPlan plan(String parentColumn) {
    return PlanDocument.read(
        """
        {"plan_version": "0.3", "seed": 1,
         "schema_ref": {"schema_version": "0.3", "engine": "postgres"},
         "targets": [
           {"schema": "public", "table": "pedido", "rows": 40},
           {"schema": "public", "table": "item", "rows": 200}],
         "rules": [
           {"type": "column_generator", "schema": "public", "table": "item",
            "column": "pedido_criado_em",
            "generator": {"id": "derive.parent_value", "params": {
              "input_columns": ["pedido_id"], "parent_schema": "public",
              "parent_table": "pedido", "parent_column": "%s"}}}]}
        """
            .replace("%s", parentColumn)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static List<List<String>> rows(GenerationResult result, String table) throws IOException {
    return Files.readAllLines(result.run().path().resolve("public." + table + ".csv")).stream()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }
}
