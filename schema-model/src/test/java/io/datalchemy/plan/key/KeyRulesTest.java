package io.datalchemy.plan.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.fixture.CatalogueFixture;
import io.datalchemy.fixture.SchemaFixture;
import io.datalchemy.fixture.TableFixture;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.plan.validation.PlanValidator;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with strategies, rows per parent and declared keys, as the validator tells it. */
class KeyRulesTest {
  private static final TableId CLIENT = new TableId("s", "client");

  private static final DatabaseSchema SCHEMA =
      new SchemaFixture()
          .table(
              "s",
              new TableFixture("client")
                  .column("id", "int4 not null")
                  .column("code", "varchar(10)")
                  .column("parent_id", "int4")
                  .primaryKey("id")
                  .foreignKey("parent_id", CLIENT, "id"))
          .table(
              "s",
              new TableFixture("bill")
                  .column("id", "int4 not null")
                  .column("client_id", "int4 not null")
                  .column("payer_id", "int4")
                  .column("kind", "text")
                  .column("about", "int4")
                  .primaryKey("id")
                  .foreignKey("client_id", CLIENT, "id")
                  .foreignKey("payer_id", CLIENT, "id"))
          .build();

  private static final String BOTH =
      "{'schema':'s','table':'client','rows':5},{'schema':'s','table':'bill','rows':10}";

  @Test
  void acceptsWhatCanBe() {
    assertProblems(
        plan(
            "{'schema':'s','table':'client','rows':5},{'schema':'s','table':'bill',"
                + "'rows_per_parent':{'columns':['client_id'],'min':1,'max':4,'mean':2.5}}",
            strategy("bill", "'columns':['payer_id'],'pick':'zipf','null_rate':0.5")
                + ","
                + strategy("client", "'root_share':0.3,'max_depth':2"),
            "'virtual_foreign_keys':[" + virtual("about", "client", "id") + "]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'foreign_key':'bill_clint_id_fkey'|/rules/0 [unknown_foreign_key]",
        "'columns':['kind']|/rules/0 [unknown_foreign_key]",
        "'pick':{'kind':'per_parent','min':1,'max':2}|/rules/0 [ambiguous_foreign_key]",
        "'pick':{'kind':'zipf','min':1}|/rules/0/pick/min [invalid_pick]",
        "'pick':'per_parent','columns':['payer_id']|/rules/0/pick [invalid_pick]",
        "'pick':'weighted'|/rules/0/pick [invalid_pick]",
        "'pick':{'kind':'uniform','exponent':2}|/rules/0/pick/exponent [invalid_pick]",
        "'max_depth':3|/rules/0 [invalid_pick]",
        "'pick':{'kind':'weighted','classes':[{'parents':0.5,'children':1}]}"
            + "|/rules/0/pick/classes [invalid_pick]",
        "'columns':['payer_id'],'pick':{'kind':'per_parent','min':3,'max':2}"
            + "|/rules/0/pick/max [invalid_pick]",
        "'columns':['payer_id'],'pick':{'kind':'per_parent','min':1,'max':2,'mean':5}"
            + "|/rules/0/pick/mean [invalid_pick]",
      })
  void refusesStrategiesThatSayNothingSound(String fields, String expected) {
    assertProblems(plan(BOTH, strategy("bill", fields), ""), expected);
  }

  @Test
  void refusesPicksOfDisabledKeys() {
    String rule =
        "{'type':'foreign_key_strategy','schema':'s','table':'bill','mode':'disable',"
            + "'columns':['payer_id'],'pick':'zipf'}";
    assertProblems(
        plan(BOTH, rule, "'options':{'allow_fk_disable':true}"), "/rules/0 [invalid_pick]");
  }

  @Test
  void refusesTwoPicksOfOneKey() {
    assertProblems(
        plan(
            BOTH,
            strategy("bill", "'pick':'zipf'")
                + ","
                + strategy("bill", "'columns':['payer_id'],'pick':'round_robin'"),
            ""),
        "/rules/1 [duplicate_fk_strategy]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'rows_per_parent':{'min':1,'max':2}|/targets/1/rows_per_parent [ambiguous_foreign_key]",
        "'rows_per_parent':{'min':1,'max':2,'foreign_key':'x'}"
            + "|/targets/1/rows_per_parent [unknown_foreign_key]",
        "'rows':3,'rows_per_parent':{'min':1,'max':2,'columns':['payer_id']}"
            + "|/targets/1/rows [rows_given_twice]",
      })
  void refusesRowsPerParentThatAreNotClear(String fields, String expected) {
    assertProblems(
        plan(
            "{'schema':'s','table':'client','rows':5},{'schema':'s','table':'bill'," + fields + "}",
            "",
            ""),
        expected);
  }

  @Test
  void refusesRowsThatFollowFromNothing() {
    assertProblems(
        plan(
            "{'schema':'s','table':'bill','rows_per_parent':"
                + "{'min':1,'max':2,'columns':['payer_id']}}",
            "",
            ""),
        "/targets/0/rows_per_parent [parent_not_a_target]");
    assertProblems(
        plan("{'schema':'s','table':'client','rows_per_parent':{'min':1,'max':2}}", "", ""),
        "/targets/0/rows_per_parent [rows_per_parent_circle]");
    assertProblems(
        plan("{'schema':'s','table':'client','rows':0}", "", ""), "/targets/0/rows [rows_zero]");
  }

  @Test
  void refusesVirtualKeysThatLeadNowhere() {
    assertProblems(
        plan(BOTH, "", "'virtual_foreign_keys':[" + virtual("abot", "client", "id") + "]"),
        "/virtual_foreign_keys/0/columns [unknown_column]");
    assertProblems(
        plan(BOTH, "", "'virtual_foreign_keys':[" + virtual("about", "clients", "id") + "]"),
        "/virtual_foreign_keys/0/referenced_table [unknown_table]");
    assertProblems(
        plan(BOTH, "", "'virtual_foreign_keys':[" + virtual("about", "client", "code") + "]"),
        "/virtual_foreign_keys/0 [invalid_declared_key]");
    String twice = virtual("about", "client", "id");
    assertProblems(
        plan(BOTH, "", "'virtual_foreign_keys':[" + twice + "," + twice + "]"),
        "/virtual_foreign_keys/1/name [invalid_declared_key]");
    assertProblems(
        plan(
            BOTH,
            "",
            "'virtual_foreign_keys':["
                + virtual("about", "client", "id").replace("['id']", "['id','code']")
                + "]"),
        "/virtual_foreign_keys/0/columns [invalid_declared_key]");
  }

  @Test
  void refusesPolymorphicReferencesThatLeadNowhere() {
    String good = "{'type':'c','schema':'s','table':'client','column':'id'}";
    assertProblems(plan(BOTH, "", polymorphic("kind", "about", good)));
    assertProblems(
        plan(BOTH, "", polymorphic("knd", "about", good)),
        "/polymorphic_references/0/type_column [unknown_column]");
    assertProblems(
        plan(BOTH, "", polymorphic("kind", "about", good + "," + good)),
        "/polymorphic_references/0/targets/1/type [invalid_declared_key]");
    assertProblems(
        plan(BOTH, "", polymorphic("kind", "about", good.replace("'id'", "'code'"))),
        "/polymorphic_references/0/targets/0 [invalid_declared_key]");
    assertProblems(
        plan(BOTH, "", polymorphic("kind", "about", "")),
        "/polymorphic_references/0/targets [invalid_declared_key]");
    assertProblems(
        plan(BOTH, "", polymorphic("kind", "payer_id", good)),
        "/polymorphic_references/0 [invalid_declared_key]");
  }

  private static String strategy(String table, String fields) {
    return "{'type':'foreign_key_strategy','schema':'s','table':'%s','mode':'respect',%s}"
        .formatted(table, fields);
  }

  private static String virtual(String column, String parent, String referenced) {
    return ("{'schema':'s','table':'bill','columns':['%s'],'referenced_schema':'s',"
            + "'referenced_table':'%s','referenced_columns':['%s']}")
        .formatted(column, parent, referenced);
  }

  private static String polymorphic(String type, String id, String targets) {
    return ("'polymorphic_references':[{'schema':'s','table':'bill','type_column':'%s',"
            + "'id_column':'%s','targets':[%s]}]")
        .formatted(type, id, targets);
  }

  private static String plan(String targets, String rules, String more) {
    String plan =
        "{'plan_version':'0.3','seed':1,'schema_ref':{'schema_version':'0.3','engine':'postgres'},"
            + "'targets':["
            + targets
            + "],'rules':["
            + rules
            + "]"
            + (more.isEmpty() ? "" : "," + more)
            + "}";
    return plan.replace('\'', '"');
  }

  private static void assertProblems(String plan, String... expected) {
    assertEquals(
        List.of(expected),
        PlanValidator.validate(
                PlanDocument.read(plan.getBytes(UTF_8)), SCHEMA, CatalogueFixture.whole())
            .stream()
            .map(problem -> problem.path() + " [" + problem.code() + "]")
            .toList());
  }
}
