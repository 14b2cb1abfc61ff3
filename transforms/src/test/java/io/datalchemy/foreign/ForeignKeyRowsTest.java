package io.datalchemy.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.TableId;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignKeyRowsTest {
  private static final TableId TENANT = new TableId("s", "tenant");
  private static final TableId PRODUCT = new TableId("s", "product");
  private static final TableId TAG = new TableId("s", "tag");
  private static final TableId CHILD = new TableId("s", "child");

  @ParameterizedTest
  @CsvSource({"1000, 1", "1000, 7", "10, 1000"})
  void uniformPicksStayAmongTheParents(long rows, long parents) {
    ForeignKeyRows keys = child(rows, key("k", TENANT, new ParentPick.Uniform(parents), 0));
    long[] picked = picked(keys, "k", rows);
    assertTrue(Arrays.stream(picked).allMatch(p -> p >= 0 && p < parents));
    assertEquals(
        Math.min(rows, parents) > 7 ? 10 : parents, Arrays.stream(picked).distinct().count());
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "1000"})
  void differentPicksNeverMeetTheOther(long parents) {
    ForeignKeyRows keys =
        child(
            5000,
            key("one", TENANT, new ParentPick.Uniform(parents), 0),
            key("other", TENANT, new ParentPick.Different("one", parents), 0));
    ParentRows one = keys.parents(CHILD, "one");
    ParentRows other = keys.parents(CHILD, "other");
    for (long row = 0; row < 5000; row++) {
      assertNotEquals(one.parentOf(row), other.parentOf(row));
      assertTrue(other.parentOf(row) >= 0 && other.parentOf(row) < parents);
    }
  }

  @Test
  void oneToOnePicksEndWithTheParents() {
    ForeignKeyRows keys = child(10, key("k", TENANT, new ParentPick.OneToOne(7, true), 0));
    long[] picked = picked(keys, "k", 10);
    assertEquals(7, Arrays.stream(picked, 0, 7).filter(p -> p >= 0 && p < 7).distinct().count());
    assertEquals(List.of(-1L, -1L, -1L), LongStream.of(picked).skip(7).boxed().toList());
  }

  @Test
  void distinctPicksDifferAmongTheChildrenOfOneParent() {
    ForeignKeyRows keys =
        child(
            300,
            key("group", TENANT, new ParentPick.Grouped(100, 5), 0),
            key("other", PRODUCT, new ParentPick.Distinct("group", 5, false), 0));
    Set<List<Long>> pairs = new LinkedHashSet<>();
    for (long row = 0; row < 300; row++) {
      pairs.add(
          List.of(
              keys.parents(CHILD, "group").parentOf(row),
              keys.parents(CHILD, "other").parentOf(row)));
    }
    assertEquals(300, pairs.size());
  }

  @Test
  void picksWithinAnAncestorShareIt() {
    ForeignKeyRows keys =
        child(
            1000,
            key("product", PRODUCT, new ParentPick.Grouped(50, 100), 0),
            key(
                "tag",
                TAG,
                new ParentPick.Within("product", List.of("tenant"), List.of("tenant"), false),
                0));
    for (long row = 0; row < 1000; row++) {
      long product = keys.parents(CHILD, "product").parentOf(row);
      long tag = keys.parents(CHILD, "tag").parentOf(row);
      assertEquals(
          keys.parents(PRODUCT, "tenant").parentOf(product),
          keys.parents(TAG, "tenant").parentOf(tag));
    }
  }

  @Test
  void earlierPicksPointBackAndTheFirstRowIsARoot() {
    ForeignKeyRows keys =
        child(500, key("k", CHILD, new ParentPick.Earlier(0.05, false, List.of()), 0));
    long[] picked = picked(keys, "k", 500);
    assertEquals(ForeignContext.NO_ROW, picked[0]);
    for (int row = 1; row < 500; row++) {
      assertTrue(picked[row] < row);
    }
  }

  @Test
  void rowsWithoutParentFollowTheNullRateAndAreTheOnesTold() {
    ForeignKeyRows keys = child(10_000, key("k", TENANT, new ParentPick.Uniform(10), 0.1));
    ParentRows parents = keys.parents(CHILD, "k");
    long without = 0;
    for (long row = 0; row < 10_000; row++) {
      boolean isWithout = parents.parentOf(row) == ForeignContext.NO_ROW;
      assertEquals(keys.withoutParent(CHILD, "k").test(row), isWithout);
      without += isWithout ? 1 : 0;
    }
    assertTrue(without > 900 && without < 1100, "without a parent: " + without);
  }

  private static long[] picked(ForeignKeyRows keys, String key, long rows) {
    ParentRows parents = keys.parents(CHILD, key);
    return LongStream.range(0, rows).map(parents::parentOf).toArray();
  }

  private static ForeignKeyRows child(long rows, ResolvedForeignKey... keys) {
    return new ForeignKeyRows(
        new ResolvedPlan(
            ResolvedPlan.CURRENT_VERSION,
            ResolvedPlan.GENERATION_FORMAT,
            BigInteger.ONE,
            LocalDate.of(2026, 1, 1),
            "pt_BR",
            1000,
            Optional.empty(),
            List.of(
                table(TENANT, 10),
                table(PRODUCT, 50, key("tenant", TENANT, new ParentPick.Grouped(10, 9), 0)),
                table(TAG, 30, key("tenant", TENANT, new ParentPick.Grouped(10, 9), 0)),
                table(CHILD, rows, keys)),
            List.of()));
  }

  private static ResolvedTable table(TableId id, long rows, ResolvedForeignKey... keys) {
    return new ResolvedTable(
        id.schema(), id.table(), rows, "asked", List.of(), List.of(keys), List.of(), List.of());
  }

  private static ResolvedForeignKey key(
      String name, TableId parent, ParentPick pick, double nullRate) {
    List<String> columns = List.of(name + "_id");
    return new ResolvedForeignKey(
        name,
        columns,
        parent.schema(),
        parent.table(),
        List.of("id"),
        pick,
        nullRate,
        nullRate > 0 ? columns : List.of());
  }
}
