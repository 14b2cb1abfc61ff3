package io.datalchemy.resolution.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.fixture.SchemaFixture;
import io.datalchemy.fixture.TableFixture;
import io.datalchemy.plan.GenerationPlan.Target;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowCountsTest {
  private static final TableId TOP = new TableId("s", "top");
  private static final TableId MIDDLE = new TableId("s", "middle");
  private static final DatabaseSchema SCHEMA =
      new SchemaFixture()
          .table("s", table("top"))
          .table("s", table("middle").column("top", "int4").foreignKey("top", TOP, "id"))
          .table("s", table("low").column("mid", "int4").foreignKey("mid", MIDDLE, "id"))
          .table("s", table("side").column("top", "int4").foreignKey("top", TOP, "id"))
          .build();

  @Test
  void parentsThatWereNotAskedForGetTheRowsOfTheirLargestChild() {
    List<Target> targets = List.of(Plans.target("low", 30), Plans.target("side", 70));
    assertEquals(
        Map.of(new TableId("s", "low"), 30L, MIDDLE, 30L, TOP, 70L, new TableId("s", "side"), 70L),
        counts(targets));
  }

  @Test
  void whatWasAskedStaysAsAsked() {
    assertEquals(
        Map.of(new TableId("s", "low"), 30L, MIDDLE, 5L, TOP, 5L),
        counts(List.of(Plans.target("low", 30), Plans.target("middle", 5))));
  }

  @Test
  void orderOfTheTargetsDoesNotMatter() {
    List<Target> targets =
        new ArrayList<>(
            List.of(Plans.target("side", 7), Plans.target("low", 9), Plans.target("middle", 8)));
    Map<TableId, Long> forward = counts(targets);
    Collections.reverse(targets);
    assertEquals(forward, counts(targets));
  }

  private static Map<TableId, Long> counts(List<Target> targets) {
    return new RowCounts(
            Plans.of(targets),
            SCHEMA,
            table -> SCHEMA.table(table).orElseThrow().foreignKeys().toList(),
            Set.of())
        .counts();
  }

  private static TableFixture table(String name) {
    return new TableFixture(name).column("id", "int4 not null").primaryKey("id");
  }
}
