package io.datalchemy.propose.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.fixture.CatalogueFixture;
import io.datalchemy.fixture.SchemaFixture;
import io.datalchemy.fixture.TableFixture;
import io.datalchemy.json.Json;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.validation.PlanValidator;
import io.datalchemy.problem.Problem;
import io.datalchemy.propose.Capacity;
import io.datalchemy.propose.PlanProposer;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PlanUpdateTest {
  private static final CatalogueFixture CATALOGUE = CatalogueFixture.whole();
  private static final TableId CLIENTE = new TableId("s", "cliente");

  private static TableFixture cliente() {
    return new TableFixture("cliente")
        .column("id", "int8 not null")
        .column("nome", "varchar(80)")
        .column("cpf", "char(11)")
        .primaryKey("id");
  }

  private static TableFixture pedido() {
    return new TableFixture("pedido")
        .column("cliente_id", "int8 not null")
        .column("total", "numeric(10,2)")
        .foreignKey("cliente_id", CLIENTE, "id");
  }

  private static DatabaseSchema schema(String fingerprint, TableFixture... tables) {
    SchemaFixture schema = new SchemaFixture().fingerprint(fingerprint);
    for (TableFixture table : tables) {
      schema.table("s", table);
    }
    return schema.build();
  }

  private static final DatabaseSchema BEFORE = schema("old", cliente(), pedido());

  private static GenerationPlan propose(DatabaseSchema schema) {
    ProposalRequest request =
        ProposalRequest.of(50, BigInteger.valueOf(7), LocalDate.of(2026, 6, 15));
    return new PlanProposer(CATALOGUE, Capacity.UNLIMITED).propose(schema, request).plan();
  }

  /** The proposed plan with what somebody wrote into it. */
  private static GenerationPlan edited(Consumer<ObjectNode> edit) {
    try {
      ObjectNode tree = (ObjectNode) Json.mapper().readTree(PlanDocument.write(propose(BEFORE)));
      edit.accept(tree);
      return PlanDocument.read(Json.pretty(tree));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void addRule(ObjectNode plan, String rule) {
    try {
      plan.withArray("rules").add(Json.mapper().readTree(rule));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static UpdatedPlan update(GenerationPlan plan, DatabaseSchema after) {
    UpdatedPlan updated =
        new PlanUpdate(plan, propose(after), after, Optional.of(BEFORE))
            .update(CATALOGUE, ExistingKeys.none());
    GenerationPlan written = PlanDocument.read(PlanDocument.write(updated.plan()));
    assertEquals(updated.plan(), written);
    return updated;
  }

  private static List<String> errors(GenerationPlan plan, DatabaseSchema schema) {
    return PlanValidator.validate(plan, schema, CATALOGUE).stream()
        .filter(Problem::isError)
        .map(Problem::code)
        .toList();
  }

  private static List<String> rules(GenerationPlan plan) {
    return plan.rules().stream()
        .map(rule -> (Rule.ColumnGenerator) rule)
        .map(rule -> rule.table() + "." + rule.column() + " " + rule.generator().id())
        .toList();
  }

  @Test
  void aSchemaThatIsTheSameChangesNothingButItsFingerprint() {
    GenerationPlan plan =
        edited(tree -> ((ObjectNode) tree.withArray("targets").get(0)).put("rows", 3));
    DatabaseSchema after = schema("new", cliente(), pedido());
    UpdatedPlan updated = update(plan, after);

    assertEquals(List.of(), updated.changes());
    assertEquals(Optional.of("new"), updated.plan().schemaRef().schemaFingerprint());
    assertEquals(plan.targets(), updated.plan().targets());
    assertEquals(plan.rules(), updated.plan().rules());
    assertEquals(plan.options(), updated.plan().options());
    assertEquals(BigInteger.valueOf(7), updated.plan().seed());
    assertEquals(List.of(), errors(updated.plan(), after));
  }

  @Test
  void newTablesAndColumnsGetWhatIsProposedForThem() {
    TableFixture loja = new TableFixture("loja").column("cnpj", "char(14)");
    DatabaseSchema after =
        schema("new", cliente().column("telefone", "varchar(20)"), loja, pedido());
    UpdatedPlan updated = update(propose(BEFORE), after);

    assertEquals(
        List.of(
            "table s.loja: target added, 50 rows",
            "column s.cliente.telefone: rule added, semantic.br.phone",
            "column s.loja.cnpj: rule added, semantic.br.cnpj"),
        updated.changes());
    assertEquals(
        List.of(
            "cliente.nome semantic.br.name",
            "cliente.cpf semantic.br.cpf",
            "pedido.total primitive.decimal.numeric",
            "cliente.telefone semantic.br.phone",
            "loja.cnpj semantic.br.cnpj"),
        rules(updated.plan()));
    assertEquals(List.of(), errors(updated.plan(), after));
  }

  @Test
  void whatSomebodyTookOutStaysOutWhereTheOldSchemaTellsIt() {
    GenerationPlan plan =
        edited(
            tree -> {
              tree.withArray("targets").remove(1);
              tree.withArray("rules").remove(0);
            });
    DatabaseSchema after = schema("new", cliente(), pedido());

    assertEquals(List.of(), update(plan, after).changes());
    assertEquals(
        List.of(
            "table s.pedido: target added, 50 rows",
            "column s.cliente.nome: rule added, semantic.br.name"),
        new PlanUpdate(plan, propose(after), after, Optional.empty())
            .update(CATALOGUE, ExistingKeys.none())
            .changes());
  }

  @Test
  void rulesOfDroppedColumnsAndTablesAreKeptWhereNothingFollowsThem() {
    GenerationPlan plan =
        edited(
            tree ->
                addRule(
                    tree,
                    """
                    {"type": "foreign_key_strategy", "schema": "s", "table": "pedido",
                     "mode": "respect", "columns": ["cliente_id"], "pick": "round_robin"}"""));
    DatabaseSchema after =
        schema("new", new TableFixture("cliente").column("id", "int8 not null").primaryKey("id"));
    UpdatedPlan updated = update(plan, after);

    assertEquals(List.of(), updated.plan().rules());
    assertEquals(1, updated.plan().targets().size());
    assertEquals(
        List.of(
            "column s.cliente.nome is gone",
            "column s.cliente.cpf is gone",
            "table s.pedido is gone",
            "table s.pedido is gone"),
        updated.plan().rulesUnsupported().stream().map(rule -> rule.reason()).toList());
    assertTrue(updated.plan().rulesUnsupported().get(1).description().contains("semantic.br.cpf"));
    assertEquals(5, updated.changes().size(), updated.changes()::toString);
    assertEquals("table s.pedido is gone: target of 50 rows removed", updated.changes().get(0));
    assertEquals(List.of(), errors(updated.plan(), after));
  }

  @Test
  void aRenamedColumnIsOneDroppedAndOneAdded() {
    TableFixture renamed =
        new TableFixture("cliente")
            .column("id", "int8 not null")
            .column("nome_completo", "varchar(80)")
            .column("cpf", "char(11)")
            .primaryKey("id");
    DatabaseSchema after = schema("new", renamed, pedido());
    UpdatedPlan updated = update(propose(BEFORE), after);

    assertEquals(2, updated.changes().size());
    assertTrue(updated.changes().get(0).startsWith("column s.cliente.nome is gone: rule moved"));
    assertEquals(
        "column s.cliente.nome_completo: rule added, semantic.br.name", updated.changes().get(1));
    assertEquals(List.of(), errors(updated.plan(), after));
  }

  @Test
  void aProposedRuleGivesWayToAnotherTypeAndAWrittenOneIsToldOf() {
    GenerationPlan plan =
        edited(
            tree ->
                addRule(
                    tree,
                    """
                    {"type": "column_generator", "schema": "s", "table": "pedido",
                     "column": "total", "generator": "domain.crm.deal_value"}"""));
    plan = withoutProposed(plan, "total");
    TableFixture typed =
        new TableFixture("cliente")
            .column("id", "int8 not null")
            .column("nome", "date")
            .column("cpf", "date")
            .primaryKey("id");
    TableFixture total =
        new TableFixture("pedido")
            .column("cliente_id", "int8 not null")
            .column("total", "date")
            .foreignKey("cliente_id", CLIENTE, "id");
    DatabaseSchema after = schema("new", typed, total);
    UpdatedPlan updated = update(plan, after);

    assertEquals(List.of("pedido.total domain.crm.deal_value"), rules(updated.plan()));
    assertEquals(2, updated.changes().size(), updated.changes()::toString);
    assertTrue(
        updated
            .changes()
            .get(0)
            .startsWith("column s.cliente.nome: proposed rule semantic.br.name removed, as it"),
        updated.changes()::toString);
    assertEquals(List.of("generator_type_mismatch"), errors(updated.plan(), after));
  }

  private static GenerationPlan withoutProposed(GenerationPlan plan, String column) {
    ObjectNode tree = Json.mapper().valueToTree(plan);
    try {
      tree = (ObjectNode) Json.mapper().readTree(PlanDocument.write(plan));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    var rules = tree.withArray("rules").elements();
    while (rules.hasNext()) {
      var rule = rules.next();
      if (rule.path("column").asText().equals(column) && rule.has("confidence")) {
        rules.remove();
      }
    }
    return PlanDocument.read(Json.pretty(tree));
  }

  @Test
  void aColumnThatBecameAKeyLosesItsProposedRule() {
    DatabaseSchema after =
        schema(
            "new",
            cliente(),
            new TableFixture("pedido")
                .column("cliente_id", "int8 not null")
                .generated("total", "numeric(10,2)", "1")
                .foreignKey("cliente_id", CLIENTE, "id"));
    UpdatedPlan updated = update(propose(BEFORE), after);

    assertEquals(1, updated.changes().size());
    assertTrue(
        updated.changes().get(0).startsWith("column s.pedido.total: proposed rule"),
        updated.changes()::toString);
    assertEquals(List.of(), errors(updated.plan(), after));
  }

  @Test
  void declaredKeysGoWithTheirColumnsAndTakeTheirStrategiesAlong() {
    GenerationPlan plan =
        edited(
            tree -> {
              ObjectNode key =
                  tree.withArray("virtual_foreign_keys")
                      .addObject()
                      .put("schema", "s")
                      .put("table", "pedido")
                      .put("referenced_schema", "s")
                      .put("referenced_table", "cliente");
              key.putArray("columns").add("total");
              key.putArray("referenced_columns").add("cpf");
              addRule(
                  tree,
                  """
                  {"type": "foreign_key_strategy", "schema": "s", "table": "pedido",
                   "mode": "respect", "foreign_key": "pedido_total_virtual"}""");
            });
    DatabaseSchema same = schema("new", cliente(), pedido());
    DatabaseSchema after =
        schema(
            "new",
            new TableFixture("cliente")
                .column("id", "int8 not null")
                .column("nome", "varchar(80)")
                .primaryKey("id"),
            pedido());

    assertEquals(1, update(plan, same).plan().virtualForeignKeys().size());
    UpdatedPlan updated = update(plan, after);
    assertEquals(List.of(), updated.plan().virtualForeignKeys());
    assertEquals(
        List.of(
            "column s.cliente.cpf is gone",
            "column s.cliente.cpf is gone",
            "foreign key pedido_total_virtual of s.pedido is gone"),
        updated.plan().rulesUnsupported().stream().map(rule -> rule.reason()).toList());
  }
}
