package io.datalchemy.propose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.datalchemy.fixture.CatalogueFixture;
import io.datalchemy.fixture.SchemaFixture;
import io.datalchemy.fixture.TableFixture;
import io.datalchemy.plan.Rule;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Comments of columns decide what is proposed for them. */
class DirectiveRulesTest {
  private static List<Rule> rules(TableFixture... tables) {
    SchemaFixture schema = new SchemaFixture();
    for (TableFixture table : tables) {
      schema.table("s", table);
    }
    return propose(schema.build());
  }

  private static List<Rule> propose(DatabaseSchema schema) {
    ProposalRequest request = ProposalRequest.of(9, BigInteger.ONE, LocalDate.of(2026, 6, 15));
    return new PlanProposer(CatalogueFixture.whole(), Capacity.UNLIMITED)
        .propose(schema, request)
        .plan()
        .rules();
  }

  private static Rule.ColumnGenerator only(TableFixture table) {
    List<Rule> rules = rules(table);
    assertEquals(1, rules.size(), rules::toString);
    return (Rule.ColumnGenerator) rules.get(0);
  }

  private static List<String> problems(TableFixture... tables) {
    return assertThrows(InvalidInputException.class, () -> rules(tables)).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void theCommentComesBeforeTheName() {
    String comment = "@datalchemy generator=primitive.int.range null_rate=0.5 {\"max\": 7}";
    Rule.ColumnGenerator rule = only(new TableFixture("t").commented("idade", "int4", comment));

    assertEquals("primitive.int.range", rule.generator().id());
    assertEquals("{max=7}", rule.effectiveParams().values().toString());
    assertEquals(Optional.of(new BigDecimal("0.5")), rule.nullRate());
    assertEquals(Optional.of("comment"), rule.reason());
    assertEquals(Optional.empty(), rule.confidence());
  }

  @Test
  void withoutAGeneratorTheNameOrTheTypeGivesIt() {
    Rule.ColumnGenerator named =
        only(new TableFixture("t").commented("idade", "int4", "@datalchemy null_rate=0"));
    Rule.ColumnGenerator typed =
        only(new TableFixture("t").commented("xyzzy", "int4", "@datalchemy {\"max\": 3}"));

    assertEquals("{max=90, min=18}", named.effectiveParams().values().toString());
    assertEquals("primitive.int.range", typed.generator().id());
    assertEquals("{max=3}", typed.effectiveParams().values().toString());
  }

  @Test
  void aCommentMaySpeakOfAColumnThatAConstraintLimits() {
    TableFixture table =
        new TableFixture("t")
            .commented("idade", "int4", "@datalchemy generator=primitive.int.range {\"max\": 7}")
            .check("CHECK (idade < 8)");

    assertEquals("primitive.int.range", only(table).generator().id());
  }

  @Test
  void everyProblemIsToldAtOnceWithItsColumnAndTheWayOut() {
    TableId parent = new TableId("s", "a");
    assertEquals(
        List.of(
            "error /schemas/0/tables/0/columns/1/comment: s.a.x: comment: @datalchemy: unknown key"
                + " 'genrator' [invalid_directive]; did you mean 'generator'?",
            "error /schemas/0/tables/1/columns/0/comment: s.v.x: comment: @datalchemy: is about"
                + " generated rows, which the relation has none of [invalid_directive]; write it"
                + " into the comment of the table whose rows these are"),
        problems(
            new TableFixture("a")
                .column("id", "int4 not null")
                .commented("x", "text", "@datalchemy genrator=primitive.text"),
            new TableFixture("v").commented("x", "text", "@datalchemy null_rate=0").view()));
    assertEquals(
        List.of(
            "error: s.b.x: comment: @datalchemy: generator 'primitive.txt': not in the catalogue"
                + " [unknown_generator]; did you mean 'primitive.text'?",
            "error: s.b.a_id: comment: @datalchemy: column s.b.a_id: must refer to a row of its"
                + " parent, but the rule gives it primitive.int [rule_on_foreign_key_column];"
                + " remove the rule, or disable the table's keys with a foreign_key_strategy"),
        problems(
            new TableFixture("a").column("id", "int4 not null").primaryKey("id"),
            new TableFixture("b")
                .commented("x", "text", "@datalchemy generator=primitive.txt")
                .commented("a_id", "int4", "@datalchemy generator=primitive.int")
                .foreignKey("a_id", parent, "id")));
  }
}
