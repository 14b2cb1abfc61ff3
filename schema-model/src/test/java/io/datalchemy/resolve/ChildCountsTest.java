package io.datalchemy.resolve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.resolve.ChildCounts.Distribution;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildCountsTest {

  @Test
  void aDeckHoldsTheQuantilesOfItsDistribution() {
    assertArrayEquals(new long[] {1, 1, 2, 2, 3, 3}, counts(1, 3, Distribution.UNIFORM, 0).deck(6));
    assertArrayEquals(
        new long[] {0, 0, 0, 1, 2, 3}, counts(0, 3, Distribution.UNIFORM, 0.5).deck(6));
    assertArrayEquals(new long[] {5}, counts(1, 9, Distribution.NORMAL, 0).deck(1));
    assertArrayEquals(new long[0], counts(1, 9, Distribution.ZIPF, 0).deck(0));
  }

  @ParameterizedTest
  @CsvSource({"UNIFORM, 3", "NORMAL, 7.25", "ZIPF, 4", "EXPONENTIAL, 9.5"})
  void theMeanIsAsAsked(Distribution distribution, double mean) {
    ChildCounts counts = new ChildCounts(1, 12, distribution, 1, Optional.of(mean), 0);
    assertEquals(mean, Arrays.stream(counts.deck(1024)).average().orElseThrow(), 0.01);
  }

  @Test
  void totalsAreThoseOfWholeDecksAndTheRest() {
    ChildCounts counts = counts(0, 9, Distribution.NORMAL, 0.2);
    long deck = Arrays.stream(counts.deck(1024)).sum();
    long rest = Arrays.stream(counts.deck(10)).sum();
    assertEquals(7 * deck + rest, counts.total(7 * 1024 + 10));
    assertEquals(0, counts.total(0));
  }

  @ParameterizedTest
  @CsvSource({"100", "101", "250", "399", "400"})
  void aDeckMovesToAnySumThatItCanHave(long sum) {
    long[] deck = counts(1, 4, Distribution.ZIPF, 0).deck(100, sum);
    assertEquals(sum, Arrays.stream(deck).sum());
    assertTrue(Arrays.stream(deck).allMatch(c -> c >= 1 && c <= 4), Arrays.toString(deck));
  }

  @Test
  void movingLeavesParentsWithoutChildrenAlone() {
    long[] deck = counts(1, 4, Distribution.UNIFORM, 0.25).deck(100, 290);
    assertEquals(25, Arrays.stream(deck).filter(c -> c == 0).count());
    assertEquals(290, Arrays.stream(deck).sum());
  }

  @Test
  void refusesSumsOutOfReach() {
    ChildCounts counts = counts(2, 4, Distribution.UNIFORM, 0);
    assertEquals(20, counts.fewest(10));
    assertEquals(40, counts.most(10));
    assertThrows(IllegalArgumentException.class, () -> counts.deck(10, 19));
    assertThrows(IllegalArgumentException.class, () -> counts.deck(10, 41));
  }

  @Test
  void totalsBeyondALongAreTheGreatest() {
    ChildCounts counts = counts(1_000_000, 1_000_000, Distribution.UNIFORM, 0);
    assertEquals(Long.MAX_VALUE, counts.total(Long.MAX_VALUE / 1000));
  }

  private static ChildCounts counts(
      long min, long max, Distribution distribution, double childless) {
    return new ChildCounts(min, max, distribution, 1, Optional.empty(), childless);
  }
}
