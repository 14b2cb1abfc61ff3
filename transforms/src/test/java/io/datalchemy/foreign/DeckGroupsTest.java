package io.datalchemy.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.resolve.ChildCounts;
import io.datalchemy.resolve.ChildCounts.Distribution;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeckGroupsTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 5, 0, UNIFORM",
    "2, 0, 1, 0, UNIFORM",
    "7, 0, 3, 0.4, NORMAL",
    "1023, 1, 9, 0.1, ZIPF",
    "1024, 0, 20, 0, EXPONENTIAL",
    "1025, 2, 2, 0, UNIFORM",
    "5000, 0, 9, 0.3, NORMAL",
    "20480, 1, 4, 0, UNIFORM",
  })
  void parentsAndPlacesInvertEachOther(
      long parents, long min, long max, double childless, Distribution distribution) {
    ChildCounts counts = new ChildCounts(min, max, distribution, 1.2, Optional.empty(), childless);
    long natural = counts.total(parents);
    for (long children : new long[] {natural, between(natural, counts.most(parents))}) {
      invert(new DeckGroups(7, children, parents, counts), children, parents, counts);
    }
  }

  private static long between(long one, long other) {
    return one + (other - one) / 3;
  }

  private static void invert(DeckGroups groups, long children, long parents, ChildCounts counts) {
    assertEquals(children, groups.firstChild(parents));
    long child = 0;
    for (long parent = 0; parent < parents; parent++) {
      assertEquals(child, groups.firstChild(parent), "first child of " + parent);
      long count = groups.firstChild(parent + 1) - child;
      assertTrue(count >= counts.least() && count <= counts.max(), count + " children");
      for (long ordinal = 0; ordinal < count; ordinal++) {
        assertEquals(parent, groups.parentOf(child));
        assertEquals(ordinal, groups.ordinal(child));
        child++;
      }
    }
    assertEquals(children, child);
  }

  @Test
  void countsFollowTheirDistribution() {
    ChildCounts counts = new ChildCounts(1, 20, Distribution.NORMAL, 1, Optional.of(7.5), 0.25);
    long parents = 40_960;
    long[] children = counts(new DeckGroups(3, counts.total(parents), parents, counts), parents);
    long[] having = Arrays.stream(children).filter(c -> c > 0).toArray();

    assertEquals(parents / 4, parents - having.length);
    assertEquals(1, Arrays.stream(having).min().orElseThrow());
    assertEquals(7.5, Arrays.stream(having).average().orElseThrow(), 0.02);
    double variance =
        Arrays.stream(having).mapToDouble(c -> (c - 7.5) * (c - 7.5)).average().orElseThrow();
    assertTrue(variance > 5 && variance < 12, "variance " + variance);
  }

  @Test
  void uniformCountsAreEachAsFrequent() {
    ChildCounts counts = new ChildCounts(0, 7, Distribution.UNIFORM, 1, Optional.empty(), 0);
    long[] children = counts(new DeckGroups(3, counts.total(8192), 8192, counts), 8192);
    for (long number = 0; number <= 7; number++) {
      long wanted = number;
      assertEquals(1024, Arrays.stream(children).filter(c -> c == wanted).count());
    }
  }

  @Test
  void parentsWithoutChildrenAreSpread() {
    ChildCounts counts = new ChildCounts(1, 3, Distribution.UNIFORM, 1, Optional.empty(), 0.5);
    long parents = 10_240;
    long[] children = counts(new DeckGroups(11, counts.total(parents), parents, counts), parents);
    for (int from = 0; from < parents; from += 256) {
      long without = Arrays.stream(children, from, from + 256).filter(c -> c == 0).count();
      assertTrue(without > 80 && without < 176, without + " of 256 from " + from);
    }
    long runs =
        LongStream.range(1, parents)
            .filter(p -> (children[(int) p] == 0) != (children[(int) p - 1] == 0))
            .count();
    assertEquals(parents / 2.0, (double) runs, 300, "runs of parents with and without children");
  }

  @Test
  void decksDifferInTheirOrder() {
    ChildCounts counts = new ChildCounts(0, 9, Distribution.UNIFORM, 1, Optional.empty(), 0);
    long parents = 64 * 1024;
    long[] children = counts(new DeckGroups(5, counts.total(parents), parents, counts), parents);
    long decks =
        LongStream.range(0, 64)
            .mapToObj(
                d ->
                    Arrays.toString(
                        Arrays.copyOfRange(children, (int) d * 1024, (int) (d + 1) * 1024)))
            .distinct()
            .count();
    assertEquals(64, decks);
  }

  @Test
  void findsParentsAmongBillions() {
    ChildCounts counts = new ChildCounts(0, 19, Distribution.UNIFORM, 1, Optional.empty(), 0);
    long parents = 1_000_000_000L;
    long children = counts.total(parents) + 12_345;
    DeckGroups groups = new DeckGroups(5, children, parents, counts);
    for (long child = 0; child < children; child += 98_765_431L) {
      long parent = groups.parentOf(child);
      assertTrue(groups.firstChild(parent) <= child && child < groups.firstChild(parent + 1));
    }
  }

  private static long[] counts(DeckGroups groups, long parents) {
    return LongStream.range(0, parents)
        .map(parent -> groups.firstChild(parent + 1) - groups.firstChild(parent))
        .toArray();
  }
}
