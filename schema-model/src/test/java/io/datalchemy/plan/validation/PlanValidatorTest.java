package io.datalchemy.plan.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.fixture.CatalogueFixture;
import io.datalchemy.fixture.SchemaFixture;
import io.datalchemy.fixture.TableFixture;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GeneratorRef;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.plan.Rule;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanValidatorTest {
  private static final TableId CLIENTE = new TableId("vendas", "cliente");

  private static final DatabaseSchema SCHEMA =
      new SchemaFixture()
          .domain("vendas", "percentual", "numeric(5,2)", "CHECK (VALUE >= 0)")
          .table(
              "vendas",
              new TableFixture("cliente")
                  .column("id", "int4 not null")
                  .column("nome", "varchar(80) not null")
                  .column("email", "varchar(120)")
                  .column("nascimento", "date")
                  .column("comissao", "vendas.percentual")
                  .primaryKey("id"))
          .table(
              "vendas",
              new TableFixture("pedido")
                  .identity("id", "int8 not null", Column.Identity.ALWAYS)
                  .column("cliente_id", "int4 not null")
                  .column("preco", "numeric(10,2)")
                  .column("quantidade", "int4")
                  .column("inicio", "date")
                  .column("fim", "date")
                  .generated("total", "numeric(12,2)", "(preco * quantidade)")
                  .primaryKey("id")
                  .foreignKey("cliente_id", CLIENTE, "id"))
          .table("vendas", new TableFixture("resumo").column("n", "int4").view())
          .table(
              "vendas",
              new TableFixture("pedido_2026")
                  .column("n", "int4")
                  .partitionOf(new TableId("vendas", "pedido")))
          .build();

  private static final String TARGETS = "{\"schema\":\"vendas\",\"table\":\"pedido\",\"rows\":10}";

  @Test
  void findsNothingWrongWithAGoodPlan() {
    assertProblems(
        plan(
            TARGETS,
            column("cliente", "nome", "\"semantic.br.name\""),
            column(
                "cliente",
                "email",
                "\"derive.email_from_name\"",
                "\"params\":{\"input_columns\":[\"nome\"]}",
                "\"transforms\":[{\"transform\":\"transform.null_rate\",\"params\":{\"rate\":0.5}}]"),
            column("pedido", "cliente_id", "\"derive.fk\""),
            column(
                "pedido",
                "preco",
                "{\"id\":\"primitive.decimal.numeric\",\"params\":{\"min\":1,\"max\":\"9.50\"}}"),
            policy("cliente", "check", "enforce"),
            strategy("pedido", "respect")));
  }

  @Test
  void acceptsTheSameRuleTwice() {
    String rule = column("cliente", "nome", "\"semantic.br.name\"");

    assertProblems(
        plan(
            TARGETS,
            rule,
            rule,
            policy("pedido", "not_null", "warn"),
            policy("pedido", "not_null", "warn")));
  }

  @Test
  void comparesThePlanWithItsSchema() {
    String plan =
        "{\"plan_version\":\"0.2\",\"seed\":1,\"schema_ref\":{\"schema_version\":\"0.4\","
            + "\"engine\":\"mysql\",\"schema_fingerprint\":\"ab\"},\"targets\":["
            + TARGETS
            + "],\"rules\":[]}";

    assertProblems(
        plan,
        "error /schema_ref/engine: schema_ref.engine: must be 'postgres' as in schema.json, was"
            + " 'mysql' [engine_mismatch]; set it to 'postgres', or give the schema.json that the"
            + " plan is for",
        "error /schema_ref/schema_version: schema_ref.schema_version: must be 0.x, at most 0.3 as"
            + " in schema.json, was '0.4' [schema_version_mismatch]; introspect the database again,"
            + " or set it to '0.3'",
        "error /schema_ref/schema_fingerprint: schema_ref.schema_fingerprint: cannot be compared,"
            + " schema.json has none [schema_fingerprint_missing]; introspect the database again,"
            + " or leave the field out");
  }

  @Test
  void comparesFingerprints() {
    DatabaseSchema schema =
        new SchemaFixture()
            .table("vendas", new TableFixture("pedido").column("n", "int4"))
            .fingerprint("f00d")
            .build();
    String without = plan(TARGETS);
    String other = without.replace("\"engine\":", "\"schema_fingerprint\":\"beef\",\"engine\":");
    String same = without.replace("\"engine\":", "\"schema_fingerprint\":\"f00d\",\"engine\":");

    assertEquals(
        List.of(
            "warning /schema_ref: schema_ref.schema_fingerprint: is not set, so a changed schema goes"
                + " unnoticed [schema_fingerprint_not_set]; set it to 'f00d'"),
        problems(without, schema));
    assertEquals(
        List.of(
            "error /schema_ref/schema_fingerprint: schema_ref.schema_fingerprint: must be 'f00d' as in"
                + " schema.json, was 'beef' [schema_fingerprint_mismatch]; the schema has changed since"
                + " the plan was written: propose a plan anew, or set the new fingerprint"),
        problems(other, schema));
    assertEquals(List.of(), problems(same, schema));
  }

  @Test
  void readsPlansOfOlderSchemaVersions() {
    assertProblems(
        plan(TARGETS).replace("\"schema_version\":\"0.3\"", "\"schema_version\":\"0.2\""));
  }

  @Test
  void needsTargets() {
    assertProblems(
        plan(""),
        "error /targets: targets: must name at least one table, was empty [targets_empty]; add a"
            + " target, or let 'datalchemy plan' propose them");
  }

  @Test
  void checksEachTarget() {
    assertProblems(
        plan(
            "{\"schema\":\"vendas\",\"table\":\"pedido\",\"rows\":0},"
                + "{\"schema\":\"venda\",\"table\":\"pedidos\",\"rows\":1},"
                + "{\"schema\":\"vendas\",\"table\":\"pedidos\",\"rows\":1},"
                + "{\"schema\":\"crm\",\"table\":\"cliente\",\"rows\":1},"
                + "{\"schema\":\"vendas\",\"table\":\"pedido\",\"rows\":2,"
                + "\"strategy\":{\"batch_size\":100}},"
                + "{\"schema\":\"vendas\",\"table\":\"resumo\",\"rows\":1},"
                + "{\"schema\":\"vendas\",\"table\":\"pedido_2026\",\"rows\":1}"),
        "error /targets/0/rows: rows of vendas.pedido: must be at least 1, was 0 [rows_zero]; set"
            + " rows, or remove the target",
        "error /targets/1/schema: schema 'venda': not found in schema.json [unknown_schema]; did"
            + " you mean 'vendas'?",
        "error /targets/2/table: table 'vendas.pedidos': not found in schema.json [unknown_table];"
            + " did you mean 'pedido'?",
        "error /targets/3/schema: schema 'crm': not found in schema.json [unknown_schema]; there"
            + " are: vendas",
        "error /targets/4: target vendas.pedido: must be given once, was given before"
            + " [duplicate_target]; merge the two",
        "warning /targets/4/strategy/batch_size: strategy.batch_size: has no effect, was 100"
            + " [field_ignored]; leave it out: files are loaded with COPY",
        "error /targets/5/table: table 'vendas.resumo': must hold rows of its own, is a view"
            + " [target_holds_no_rows]; remove the target",
        "error /targets/6/table: table 'vendas.pedido_2026': must hold rows of its own, is a"
            + " partition [target_holds_no_rows]; name its root instead: vendas.pedido");
  }

  @Test
  void findsThePlacesOfRules() {
    assertProblems(
        plan(
            TARGETS,
            column("clientes", "nome", "\"semantic.br.name\""),
            column("cliente", "nomes", "\"semantic.br.name\""),
            policy("clinte", "check", "warn"),
            strategy("Pedido", "respect").replace("vendas", "loja")),
        "error /rules/0/table: table 'vendas.clientes': not found in schema.json"
            + " [unknown_column_target]; did you mean 'cliente'?",
        "error /rules/1/column: column 'nomes' of vendas.cliente: not found in schema.json"
            + " [unknown_column]; did you mean 'nome'?",
        "error /rules/2/table: table 'vendas.clinte': not found in schema.json"
            + " [unknown_constraint_target]; did you mean 'cliente'?",
        "error /rules/3/table: table 'loja.Pedido': not found in schema.json [unknown_fk_target];"
            + " there are: vendas");
  }

  @Test
  void namesTheSchemaThatHasTheTable() {
    assertProblems(
        plan(TARGETS, strategy("pedido", "respect").replace("vendas", "loja")),
        "error /rules/0/table: table 'loja.pedido': not found in schema.json [unknown_fk_target];"
            + " did you mean 'vendas.pedido'?");
  }

  @Test
  void findsRulesThatContradictEachOther() {
    assertProblems(
        plan(
            TARGETS,
            column("cliente", "nome", "\"semantic.br.name\""),
            column("cliente", "nome", "\"semantic.br.first_name\""),
            policy("cliente", "not_null", "warn"),
            policy("cliente", "not_null", "ignore"),
            strategy("pedido", "respect"),
            strategy("pedido", "disable")),
        "error /rules/1: column vendas.cliente.nome: must have one generator, has a rule before"
            + " with another [duplicate_generator_rule]; keep one",
        "error /rules/3: NOT NULL of vendas.cliente: must have one policy, has another before"
            + " [duplicate_constraint_policy]; keep one",
        "warning /rules/5: foreign keys of vendas.pedido: are disabled without"
            + " options.allow_fk_disable [fk_disable_without_flag]; set options.allow_fk_disable to"
            + " true to say that rows may refer to nothing",
        "error /rules/5: foreign keys of vendas.pedido: must have one strategy, have another before"
            + " [duplicate_fk_strategy]; keep one");
  }

  @Test
  void warnsOfRulesWithoutEffect() {
    assertProblems(
        plan(
            "{\"schema\":\"vendas\",\"table\":\"cliente\",\"rows\":1}",
            policy("cliente", "unique", "enforce"),
            policy("cliente", "foreign_key", "enforce"),
            strategy("cliente", "respect"),
            column("pedido", "inicio", "\"primitive.date\"")),
        "warning /rules/0: table vendas.cliente: has no unique, so that the policy has no effect"
            + " [constraint_not_found]; remove the rule",
        "warning /rules/1: table vendas.cliente: has no foreign key, so that the policy has no"
            + " effect [constraint_not_found]; remove the rule",
        "warning /rules/2: table vendas.cliente: has no foreign keys, so that the strategy has no"
            + " effect [fk_strategy_without_fk]; remove the rule",
        "warning /rules/3/table: table 'vendas.pedido': is no target and no target's keys lead to"
            + " it [rule_without_target]; add a target for it, or remove the rule: it has no"
            + " effect");
  }

  @Test
  void keepsRulesOffColumnsThatOthersDecide() {
    assertProblems(
        plan(
            TARGETS,
            column("pedido", "cliente_id", "\"primitive.int\""),
            column("pedido", "id", "\"primitive.int\""),
            column("pedido", "total", "\"primitive.decimal.numeric\"")),
        "error /rules/0/column: column vendas.pedido.cliente_id: must refer to a row of its parent,"
            + " but the rule gives it primitive.int [rule_on_foreign_key_column]; remove the rule,"
            + " or disable the table's keys with a foreign_key_strategy",
        "error /rules/1/column: column vendas.pedido.id: is computed by the database, which takes"
            + " no value for it [rule_on_computed_column]; remove the rule",
        "error /rules/2/column: column vendas.pedido.total: is computed by the database, which"
            + " takes no value for it [rule_on_computed_column]; remove the rule");
  }

  @Test
  void allowsRulesOnDisabledForeignKeys() {
    assertProblems(
        withOptions(
            plan(
                TARGETS,
                strategy("pedido", "disable"),
                column("pedido", "cliente_id", "\"primitive.int\"")),
            "\"allow_fk_disable\":true"));
  }

  @Test
  void keepsNullsOutOfNotNullColumns() {
    String onNotNull = "\"null_rate\":0.5";
    String transform =
        "\"transforms\":[{\"transform\":\"transform.null_rate\",\"params\":{\"rate\":0.25}}]";
    String none = "\"null_rate\":0";

    assertProblems(
        plan(
            TARGETS,
            column("cliente", "nome", "\"semantic.br.name\"", onNotNull, transform),
            column("cliente", "comissao", "\"primitive.decimal.numeric\"", onNotNull),
            column("cliente", "email", "\"semantic.br.email.safe\"", onNotNull, transform),
            column("cliente", "id", "\"primitive.int\"", none)),
        "error /rules/0/null_rate: null_rate of vendas.cliente.nome: must be 0 as the column is NOT"
            + " NULL, was 0.5 [null_rate_on_not_null_column]; leave it out",
        "error /rules/0/transforms/0/params/rate: null_rate of vendas.cliente.nome: must be 0 as"
            + " the column is NOT NULL, was 0.25 [null_rate_on_not_null_column]; leave it out",
        "error /rules/1/null_rate: null_rate of vendas.cliente.comissao: must be 0 as the column is"
            + " NOT NULL, was 0.5 [null_rate_on_not_null_column]; leave it out");
  }

  @Test
  void followsTheNotNullPolicy() {
    String rule = column("cliente", "nome", "\"semantic.br.name\"", "\"null_rate\":0.5");

    assertProblems(
        plan(TARGETS, policy("cliente", "not_null", "warn"), rule),
        "warning /rules/1/null_rate: null_rate of vendas.cliente.nome: must be 0 as the column is"
            + " NOT NULL, was 0.5 [null_rate_on_not_null_column]; leave it out");
    assertProblems(plan(TARGETS, policy("cliente", "not_null", "ignore"), rule));
  }

  @Test
  void checksGeneratorsAgainstTheCatalogue() {
    assertProblems(
        plan(
            TARGETS,
            column("cliente", "nome", "\"  \""),
            column("cliente", "email", "\"semantic.br.emal.safe\""),
            column("cliente", "nascimento", "\"xyz\""),
            column("pedido", "preco", "\"semantic.br.name\"")),
        "error /rules/0/generator: generator of vendas.cliente.nome: must be an id, was empty"
            + " [empty_generator_id]; 'datalchemy generators' lists the ids",
        "error /rules/1/generator: generator 'semantic.br.emal.safe': not in the catalogue"
            + " [unknown_generator]; did you mean 'semantic.br.email.safe'?",
        "error /rules/2/generator: generator 'xyz': not in the catalogue [unknown_generator];"
            + " 'datalchemy generators' lists the ids",
        "error /rules/3/generator: generator 'semantic.br.name': must produce numeric(10,2) for"
            + " vendas.pedido.preco, produces text [generator_type_mismatch]; choose one that"
            + " produces decimal");
  }

  @Test
  void knowsTheLocalesOfTheGenerators() {
    String rule = column("cliente", "nome", "{\"id\":\"semantic.br.name\",\"locale\":\"fr_FR\"}");
    assertProblems(
        plan(TARGETS, rule).replaceFirst("\\{", "{\"global\":{\"locale\":\"pt-BR\"},"),
        "error /rules/0/generator/locale: locale 'fr_FR': must be one that the generators know"
            + " [unknown_locale]; there are: en_US, pt_BR",
        "error /global/locale: locale 'pt-BR': must be one that the generators know"
            + " [unknown_locale]; did you mean 'pt_BR'?");
  }

  @Test
  void checksParameters() {
    assertProblems(
        plan(
            TARGETS,
            column(
                "pedido",
                "quantidade",
                "\"primitive.int\"",
                "\"params\":{\"min\":\"one\",\"maxx\":1,\"max\":2.5}"),
            column(
                "pedido",
                "preco",
                "{\"id\":\"primitive.decimal.numeric\",\"params\":{\"min\":9,\"max\":1}}"),
            column("cliente", "nome", "\"primitive.text.pattern\""),
            column(
                "cliente",
                "nascimento",
                "\"primitive.date\"",
                "\"params\":{\"min\":\"2026-02-30\"}")),
        "error /rules/0/params/maxx: parameter 'maxx' of primitive.int: unknown"
            + " [invalid_generator_params]; did you mean 'max'?",
        "error /rules/0/params/min: parameter 'min' of primitive.int: must be an integer, was"
            + " \"one\" [invalid_generator_params]",
        "error /rules/0/params/max: parameter 'max' of primitive.int: must be an integer, was 2.5"
            + " [invalid_generator_params]",
        "error /rules/1/generator/params: min of primitive.decimal.numeric: must not be above max,"
            + " was 9 [invalid_generator_params]",
        "error /rules/2/params: parameter 'pattern' of primitive.text.pattern: must be given"
            + " [invalid_generator_params]; give pattern",
        "error /rules/3/params/min: parameter 'min' of primitive.date: must be a date, yyyy-MM-dd,"
            + " was \"2026-02-30\" [invalid_generator_params]");
  }

  @Test
  void checksTransforms() {
    assertProblems(
        plan(
            TARGETS,
            column(
                "cliente",
                "nome",
                "\"semantic.br.name\"",
                "\"transforms\":[{\"transform\":\"\"},{\"transform\":\"transform.csing\"},"
                    + "{\"transform\":\"transform.truncate\",\"params\":{\"max_len\":5}},"
                    + "{\"transform\":\"transform.truncate\",\"params\":{\"max_len\":\"a\"}},"
                    + "{\"transform\":\"transform.casing\"}]")),
        "error /rules/0/transforms/0/transform: transform of vendas.cliente.nome: must be an id,"
            + " was empty [transform_empty_id]; there are: transform.casing, transform.format,"
            + " transform.mask, transform.null_rate, transform.prefix_suffix, transform.truncate,"
            + " transform.weighted_choice",
        "error /rules/0/transforms/1/transform: transform 'transform.csing': not in the catalogue"
            + " [unknown_transform]; did you mean 'transform.casing'?",
        "error /rules/0/transforms/3/params/max_len: parameter 'max_len' of transform.truncate:"
            + " must be an integer, was \"a\" [invalid_transform_params]",
        "warning /rules/0/transforms/3/transform: transform 'transform.truncate' of"
            + " vendas.cliente.nome: is applied more than once [duplicate_transform]; keep one,"
            + " unless this is meant",
        "error /rules/0/transforms/4/params: parameter 'mode' of transform.casing: must be given"
            + " [invalid_transform_params]; give mode");
  }

  @Test
  void checksInputColumns() {
    assertProblems(
        plan(
            TARGETS,
            column(
                "cliente",
                "email",
                "\"derive.email_from_name\"",
                "\"params\":{\"input_columns\":\"nome\"}"),
            column(
                "pedido",
                "fim",
                "{\"id\":\"derive.end_after_start\",\"params\":{\"input_columns\":[1,\"incio\"]}}"),
            column(
                "pedido",
                "preco",
                "\"derive.money_total\"",
                "\"params\":{\"input_columns\":[\"total\",\"quantidade\"]}")),
        "error /rules/0/params/input_columns: input columns of vendas.cliente.email: must be a list"
            + " of column names, was \"nome\" [invalid_input_columns]",
        "error /rules/1/generator/params/input_columns/0: input columns of vendas.pedido.fim: must"
            + " name columns, was 1 [invalid_input_columns]",
        "error /rules/1/generator/params/input_columns/1: column 'incio' of vendas.pedido: not found"
            + " in schema.json [unknown_input_column]; did you mean 'inicio'?",
        "error /rules/2/params/input_columns/0: input columns of vendas.pedido.preco: must have a"
            + " value before the database computes it, was \"total\" [invalid_input_columns]");
  }

  @Test
  void checksReferencesToParents() {
    assertProblems(
        plan(
            TARGETS,
            column("pedido", "preco", "\"derive.parent_value\""),
            parentValue("inicio", "cliente_id", "venda", "cliente", "nascimento"),
            parentValue("fim", "cliente_id", "vendas", "client", "nascimento"),
            parentValue("quantidade", "cliente_id", "vendas", "cliente", "idade"),
            column("cliente", "nome", "\"derive.fk\"")),
        missingParent("parent_schema"),
        missingParent("parent_table"),
        missingParent("parent_column"),
        "error /rules/0/params: parameter 'input_columns' of derive.parent_value: must be given"
            + " [invalid_generator_params]; give input_columns",
        "error /rules/1/params/parent_schema: parent_schema 'venda': not found in schema.json"
            + " [unknown_parent_reference]; did you mean 'vendas'?",
        "error /rules/2/params/parent_table: parent_table 'vendas.client': not found in schema.json"
            + " [unknown_parent_reference]; did you mean 'cliente'?",
        "error /rules/3/params/parent_column: parent_column 'vendas.cliente.idade': not found in"
            + " schema.json [unknown_parent_reference]; there are: comissao, email, id, nascimento,"
            + " nome",
        "error /rules/4/column: derive.fk on vendas.cliente.nome: must be a foreign key's column,"
            + " is none [unreachable_parent]; choose another generator");
  }

  @Test
  void reachesParentsThroughForeignKeysOnly() {
    assertProblems(
        plan(TARGETS, parentValue("fim", "inicio", "vendas", "cliente", "nascimento")),
        "error /rules/0/params/input_columns: input_columns of vendas.pedido.fim: must start with a"
            + " foreign key's column that leads to vendas.cliente, was [inicio]"
            + " [unreachable_parent]; there are: cliente_id");
    assertProblems(
        plan(TARGETS, parentValue("fim", "cliente_id", "vendas", "cliente", "nascimento")));
  }

  @Test
  void findsColumnsThatAreDerivedInACircle() {
    assertProblems(
        plan(
            TARGETS,
            column("pedido", "preco", "\"primitive.decimal.numeric\""),
            after("inicio", "fim"),
            after("fim", "inicio"),
            column(
                "cliente",
                "email",
                "\"derive.email_from_name\"",
                "\"params\":{\"input_columns\":[\"email\"]}")),
        "error /rules/3: columns [email] of vendas.cliente: must not be derived from each other in"
            + " a circle [derive_cycle]; give one of them a generator that reads none of the others",
        "error /rules/1: columns [inicio, fim] of vendas.pedido: must not be derived from each"
            + " other in a circle [derive_cycle]; give one of them a generator that reads none of"
            + " the others");
  }

  @Test
  void doesNotTakeAKeyThatNamesItselfForACircle() {
    String params = "\"params\":{\"input_columns\":[\"cliente_id\"]}";

    assertProblems(plan(TARGETS, column("pedido", "cliente_id", "\"derive.fk\"", params)));
  }

  @Test
  void warnsOfUnsupportedRulesAboutNothing() {
    String plan =
        plan(TARGETS)
            .replace(
                "\"rules\":",
                "\"rules_unsupported\":["
                    + unsupported("venda", "cliente", "nome")
                    + ","
                    + unsupported("vendas", "clientee", "nome")
                    + ","
                    + unsupported("vendas", "cliente", "nomee")
                    + ","
                    + unsupported("vendas", "cliente", "nome")
                    + ",{\"description\":\"d\",\"reason\":\"r\"}],\"rules\":");

    assertProblems(
        plan,
        "warning /rules_unsupported/0/reference/schema: schema 'venda': not found in schema.json"
            + " [unsupported_unknown_schema]; did you mean 'vendas'?",
        "warning /rules_unsupported/1/reference/table: table 'vendas.clientee': not found in"
            + " schema.json [unsupported_unknown_table]; did you mean 'cliente'?",
        "warning /rules_unsupported/2/reference/column: column 'nomee' of cliente: not found in"
            + " schema.json [unsupported_unknown_column]; did you mean 'nome'?");
  }

  @Test
  void boundsThePlansOptionsAndRates() {
    GenerationPlan read = PlanDocument.read(plan(TARGETS).getBytes(UTF_8));
    Rule.ColumnGenerator rule =
        new Rule.ColumnGenerator(
            "vendas",
            "cliente",
            "email",
            GeneratorRef.of("semantic.br.email.safe"),
            Optional.empty(),
            Optional.of(new BigDecimal("-0.5")),
            List.of(),
            Optional.empty(),
            Optional.empty());
    GenerationPlan.Options options =
        new GenerationPlan.Options(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new BigDecimal("1.5")),
            Optional.of(0L));
    GenerationPlan plan =
        new GenerationPlan(
            "0.3",
            read.seed(),
            read.schemaRef(),
            read.global(),
            read.targets(),
            List.of(rule),
            List.of(),
            Optional.of(options));

    assertEquals(
        List.of(
            "error /rules/0/null_rate: null_rate: must be within 0 and 1, was -0.5"
                + " [null_rate_out_of_range]; 0.1 makes every tenth row NULL",
            "error /options/null_rate: null_rate: must be within 0 and 1, was 1.5"
                + " [null_rate_out_of_range]; 0.1 makes every tenth row NULL",
            "error /options/shard_rows: options.shard_rows: must be at least 1, was 0"
                + " [shard_rows_out_of_range]; leave it out for 100000"),
        text(PlanValidator.validate(plan, SCHEMA, CatalogueFixture.whole())));
  }

  private static String plan(String targets, String... rules) {
    return "{\"plan_version\":\"0.3\",\"seed\":1,"
        + "\"schema_ref\":{\"schema_version\":\"0.3\",\"engine\":\"postgres\"},\"targets\":["
        + targets
        + "],\"rules\":["
        + String.join(",", rules)
        + "]}";
  }

  private static String withOptions(String plan, String options) {
    return plan.substring(0, plan.length() - 1) + ",\"options\":{" + options + "}}";
  }

  private static String column(String table, String column, String generator, String... more) {
    return "{\"type\":\"column_generator\",\"schema\":\"vendas\",\"table\":\"%s\",\"column\":\"%s\",\"generator\":%s%s}"
        .formatted(table, column, generator, more.length == 0 ? "" : "," + String.join(",", more));
  }

  private static String policy(String table, String kind, String mode) {
    return "{\"type\":\"constraint_policy\",\"schema\":\"vendas\",\"table\":\"%s\",\"constraint\":\"%s\",\"mode\":\"%s\"}"
        .formatted(table, kind, mode);
  }

  private static String strategy(String table, String mode) {
    return "{\"type\":\"foreign_key_strategy\",\"schema\":\"vendas\",\"table\":\"%s\",\"mode\":\"%s\"}"
        .formatted(table, mode);
  }

  private static String after(String column, String input) {
    String params = "\"params\":{\"input_columns\":[\"" + input + "\"]}";
    return column("pedido", column, "\"derive.end_after_start\"", params);
  }

  private static String parentValue(String column, String input, String... parent) {
    String params =
        "\"params\":{\"input_columns\":[\"%s\"],\"parent_schema\":\"%s\",\"parent_table\":\"%s\",\"parent_column\":\"%s\"}"
            .formatted(input, parent[0], parent[1], parent[2]);
    return column("pedido", column, "\"derive.parent_value\"", params);
  }

  private static String missingParent(String field) {
    return "error /rules/0/params/"
        + field
        + ": parameter '"
        + field
        + "' of derive.parent_value: must be given as a text [missing_parent_reference]";
  }

  private static String unsupported(String schema, String table, String column) {
    return "{\"description\":\"d\",\"reason\":\"r\",\"reference\":{\"schema\":\"%s\",\"table\":\"%s\",\"column\":\"%s\"}}"
        .formatted(schema, table, column);
  }

  private static void assertProblems(String plan, String... expected) {
    assertEquals(List.of(expected), problems(plan, SCHEMA));
  }

  private static List<String> problems(String plan, DatabaseSchema schema) {
    return text(
        PlanValidator.validate(
            PlanDocument.read(plan.getBytes(UTF_8)), schema, CatalogueFixture.whole()));
  }

  private static List<String> text(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }
}
