package io.datalchemy.resolution.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.fixture.SchemaFixture;
import io.datalchemy.fixture.TableFixture;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyPlannerTest {
  private static final TableId A = new TableId("s", "a");
  private static final TableId B = new TableId("s", "b");
  private static final TableId CHILD = new TableId("s", "child");

  /** Columns with so many values each; none counts rows, none is chosen by the plan. */
  private record Spaces(Map<String, Long> sizes, String number) implements ColumnSpaces {
    @Override
    public boolean isSequence(String column) {
      return false;
    }

    @Override
    public boolean canNumber(String column) {
      return column.equals(number);
    }

    @Override
    public boolean isRuled(String column) {
      return false;
    }

    @Override
    public OptionalLong size(String column, boolean caseInsensitive) {
      return sizes.containsKey(column) ? OptionalLong.of(sizes.get(column)) : OptionalLong.empty();
    }

    @Override
    public Optional<String> obstacle(String column) {
      return Optional.of("it has no numbers");
    }

    @Override
    public boolean canAscend(String column) {
      return true;
    }
  }

  @Test
  void aUniqueColumnAllowsAsManyRowsAsItHasValues() {
    assertEquals(
        limit(10_000, "child_x_key", "10000 values of x"),
        plan(child().unique("x"), Map.of("x", 10_000L), "").limit());
  }

  @Test
  void twoSmallColumnsAllowTheirProduct() {
    assertEquals(
        limit(12, "child_x_y_key", "12 combinations of values"),
        plan(child().unique("x", "y"), Map.of("x", 3L, "y", 4L), "").limit());
  }

  @Test
  void oneToOneAllowsAsManyRowsAsThereAreParents() {
    assertEquals(
        limit(20, "child_a_id_key", "20 rows of s.a"),
        plan(child().unique("a_id"), Map.of(), "").limit());
  }

  @Test
  void aJunctionAllowsThePairsOfItsParents() {
    assertEquals(
        limit(600, "child_a_id_b_id_key", "600 pairs of parents"),
        plan(child().unique("a_id", "b_id"), Map.of(), "").limit());
  }

  @Test
  void numbersWithinAParentAllowParentsTimesNumbers() {
    assertEquals(
        limit(2000, "child_a_id_x_key", "2000 numbers within a parent"),
        plan(child().unique("a_id", "x"), Map.of("x", 100L), "x").limit());
  }

  @Test
  void valuesWithinAParentAllowParentsTimesValues() {
    assertEquals(
        limit(60, "child_a_id_x_key", "60 values of x per parent"),
        plan(child().unique("a_id", "x"), Map.of("x", 3L), "").limit());
  }

  @Test
  void keysOfTwoParentsHaveRoomForBoth() {
    TableFixture child = child().unique("a_id", "x").unique("b_id", "y");
    assertEquals(
        limit(60, "child_b_id_y_key", "60 combinations of [child_b_id_fkey, y]"),
        plan(child, Map.of("x", 5L, "y", 2L), "").limit());
  }

  @Test
  void keysInACircleSayWhatTheyLeaveUnused() {
    TableFixture child = child().unique("a_id", "b_id").unique("b_id", "x").unique("a_id", "x");
    assertEquals(
        "100 combinations of [child_a_id_fkey, child_b_id_fkey, x]; of the 600 combinations that"
            + " there are, the table's keys together use no more",
        plan(child, Map.of("x", 5L), "").limit().orElseThrow().reason());
  }

  private static Optional<RowLimit> limit(long rows, String constraint, String reason) {
    return Optional.of(new RowLimit(rows, constraint, reason));
  }

  private static KeyPlan plan(TableFixture child, Map<String, Long> sizes, String number) {
    Table table = new SchemaFixture().table("s", child).build().table(CHILD).orElseThrow();
    TableFacts facts =
        new TableFacts(
            CHILD, table, 5000, table.foreignKeys().toList(), Optional.empty(), false, Set.of());
    return new KeyPlanner(
            facts,
            new Spaces(sizes, number),
            new ParentCounts(key -> rowsOf(key.referenced()), key -> rowsOf(key.referenced())),
            nothing -> {})
        .plan(UniqueSet.of(table));
  }

  private static long rowsOf(TableId parent) {
    return parent.equals(A) ? 20 : 30;
  }

  private static TableFixture child() {
    return new TableFixture("child")
        .column("a_id", "int4 not null")
        .column("b_id", "int4 not null")
        .column("x", "int4 not null")
        .column("y", "int4 not null")
        .foreignKey("a_id", A, "id")
        .foreignKey("b_id", B, "id");
  }
}
