package io.datalchemy.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.resolve.ChildCounts;
import io.datalchemy.resolve.ChildCounts.Distribution;
import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.resolve.Skew;
import io.datalchemy.resolve.Skew.ShareOfParents;
import io.datalchemy.schema.TableId;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Picks against the distributions that they claim, so that no constant could pass. */
class ParentSharesTest {
  private static final TableId PARENT = new TableId("s", "parent");
  private static final TableId CHILD = new TableId("s", "child");

  /** The 0.1 % and 99.9 % points of chi-square with 999 degrees of freedom. */
  private static final double LEAST_CHI_SQUARE = 867;

  private static final double MOST_CHI_SQUARE = 1143;

  @ParameterizedTest
  @ValueSource(longs = {1, 42, -7})
  void uniformPicksPassChiSquare(long seed) {
    long[] children = childrenByParent(seed, new ParentPick.Uniform(1000), 0, 100_000, 1000);
    double expected = 100.0;
    double chiSquare =
        Arrays.stream(children).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
    assertTrue(
        chiSquare > LEAST_CHI_SQUARE && chiSquare < MOST_CHI_SQUARE, "chi-square " + chiSquare);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.6, 1, 1.5, 2.2})
  void zipfPicksHaveTheirExponent(double exponent) {
    ParentPick pick = new ParentPick.Skewed(2000, 2000, new Skew.Zipf(exponent));
    long[] children = childrenByParent(5, pick, 0, 1_000_000, 2000);
    long[] descending = Arrays.stream(children).map(c -> -c).sorted().map(c -> -c).toArray();
    assertEquals(exponent, fittedExponent(descending), 0.05);
  }

  @Test
  void hotParentsAreNotTheFirstRows() {
    ParentPick pick = new ParentPick.Skewed(1000, 1000, new Skew.Zipf(1.2));
    long[] children = childrenByParent(5, pick, 0, 100_000, 1000);
    long firstHundred = Arrays.stream(children, 0, 100).sum();
    assertTrue(firstHundred < 60_000, firstHundred + " children of the first hundred parents");
    double mean = 0;
    for (int parent = 0; parent < 1000; parent++) {
      mean += (double) children[parent] * parent / 100_000;
    }
    assertTrue(mean > 100 && mean < 900, "mean parent " + mean);
  }

  @Test
  void weightedPicksKeepTheSharesOfTheirClasses() {
    Skew skew =
        new Skew.Weighted(List.of(new ShareOfParents(0.2, 0.8), new ShareOfParents(0.8, 0.2)));
    long[] children =
        childrenByParent(9, new ParentPick.Skewed(1000, 1000, skew), 0, 100_000, 1000);
    long[] ascending = Arrays.stream(children).sorted().toArray();
    assertEquals(0.8, Arrays.stream(ascending, 800, 1000).sum() / 100_000.0, 0.005);
    assertTrue(ascending[800] > 2 * ascending[799], "no step between the classes");
  }

  @Test
  void roundRobinDiffersByOneAtMost() {
    long[] children = childrenByParent(9, new ParentPick.RoundRobin(7, 7), 0, 100, 7);
    assertEquals(14, Arrays.stream(children).min().orElseThrow());
    assertEquals(15, Arrays.stream(children).max().orElseThrow());
  }

  @Test
  void someParentsHaveNoChildrenWhateverThePick() {
    for (ParentPick pick :
        List.of(
            new ParentPick.Skewed(1000, 700, new Skew.Even()),
            new ParentPick.RoundRobin(1000, 700))) {
      long[] children = childrenByParent(2, pick, 0, 50_000, 1000);
      assertEquals(300, Arrays.stream(children).filter(c -> c == 0).count());
      long lastHalf = Arrays.stream(children, 500, 1000).filter(c -> c == 0).count();
      assertTrue(lastHalf > 100 && lastHalf < 200, lastHalf + " of 300 in the last half");
    }
  }

  @Test
  void nullSharesAreWithinTolerance() {
    ForeignKeyRows keys = keys(3, new ParentPick.Uniform(100), 0.27, 100_000);
    ParentRows parents = keys.parents(CHILD, "k");
    long without = 0;
    for (long row = 0; row < 100_000; row++) {
      without += parents.parentOf(row) == ForeignContext.NO_ROW ? 1 : 0;
    }
    assertEquals(0.27, without / 100_000.0, 0.006);
  }

  @Test
  void shuffledCountsLeaveTheirShareOfRowsWithoutParent() {
    ChildCounts counts = new ChildCounts(0, 9, Distribution.UNIFORM, 1, Optional.empty(), 0);
    long children = counts.total(3000);
    ParentPick pick = new ParentPick.PerParent(3000, children, counts, true);
    long[] byParent = childrenByParent(3, pick, 0, children + 5000, 3000);
    assertEquals(children, Arrays.stream(byParent).sum());
    assertEquals(9, Arrays.stream(byParent).max().orElseThrow());
    assertEquals(4.5, Arrays.stream(byParent).average().orElseThrow(), 0.01);
    ParentRows parents = keys(3, pick, 0, children + 5000).parents(CHILD, "k");
    long firstWithout = 0;
    for (long row = 0; row < 1000; row++) {
      firstWithout += parents.parentOf(row) == ForeignContext.NO_ROW ? 1 : 0;
    }
    assertEquals(5000.0 / (children + 5000), firstWithout / 1000.0, 0.05);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3, 7})
  void treesKeepTheirDepth(long most) {
    ParentPick pick = new ParentPick.Earlier(0.01, false, List.of(), Optional.of(most));
    ParentRows parents = keys(3, pick, 0, 20_000).parents(CHILD, "k");
    long deepest = 0;
    long[] depths = new long[20_000];
    for (int row = 0; row < depths.length; row++) {
      long parent = parents.parentOf(row);
      assertTrue(parent < row);
      depths[row] = parent == ForeignContext.NO_ROW ? 0 : depths[(int) parent] + 1;
      deepest = Math.max(deepest, depths[row]);
    }
    assertEquals(most, deepest);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.5})
  void treesKeepTheirShareOfRootsAndStayLow(double share) {
    ParentPick pick = new ParentPick.Earlier(share, false, List.of());
    ParentRows parents = keys(3, pick, 0, 50_000).parents(CHILD, "k");
    long roots = 0;
    int deepest = 0;
    int[] depths = new int[50_000];
    for (int row = 0; row < depths.length; row++) {
      long parent = parents.parentOf(row);
      roots += parent == ForeignContext.NO_ROW ? 1 : 0;
      depths[row] = parent == ForeignContext.NO_ROW ? 0 : depths[(int) parent] + 1;
      deepest = Math.max(deepest, depths[row]);
    }
    assertEquals(share, roots / 50_000.0, 0.01);
    assertTrue(deepest > 3 && deepest < 40, "depth " + deepest);
  }

  /** The slope of log count over log rank, over the ranks with enough children to tell. */
  private static double fittedExponent(long[] descending) {
    int ranks = 0;
    while (ranks < descending.length && descending[ranks] > 50) {
      ranks++;
    }
    double weight = 0;
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < ranks; i++) {
      weight += descending[i];
      meanX += descending[i] * Math.log(i + 1);
      meanY += descending[i] * Math.log((double) descending[i]);
    }
    meanX /= weight;
    meanY /= weight;
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < ranks; i++) {
      double x = Math.log(i + 1) - meanX;
      covariance += descending[i] * x * (Math.log((double) descending[i]) - meanY);
      variance += descending[i] * x * x;
    }
    return -covariance / variance;
  }

  private static long[] childrenByParent(
      long seed, ParentPick pick, double nullRate, long rows, int parents) {
    ParentRows picked = keys(seed, pick, nullRate, rows).parents(CHILD, "k");
    long[] children = new long[parents];
    for (long row = 0; row < rows; row++) {
      long parent = picked.parentOf(row);
      if (parent != ForeignContext.NO_ROW) {
        children[(int) parent]++;
      }
    }
    return children;
  }

  private static ForeignKeyRows keys(long seed, ParentPick pick, double nullRate, long rows) {
    ResolvedForeignKey key =
        new ResolvedForeignKey(
            "k", List.of("k"), "s", "parent", List.of("id"), pick, nullRate, List.of("k"));
    ResolvedTable parent =
        new ResolvedTable(
            PARENT.schema(), PARENT.table(), 1, "", List.of(), List.of(), List.of(), List.of());
    ResolvedTable child =
        new ResolvedTable(
            CHILD.schema(), CHILD.table(), rows, "", List.of(), List.of(key), List.of(), List.of());
    return new ForeignKeyRows(
        new ResolvedPlan(
            ResolvedPlan.CURRENT_VERSION,
            ResolvedPlan.GENERATION_FORMAT,
            new BigInteger(Long.toUnsignedString(seed)),
            LocalDate.of(2026, 1, 1),
            "pt_BR",
            1000,
            Optional.empty(),
            List.of(parent, child),
            List.of()));
  }
}
