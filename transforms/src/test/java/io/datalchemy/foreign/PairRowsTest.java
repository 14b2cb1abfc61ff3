package io.datalchemy.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.resolve.ParentPick.OrderedPair;
import io.datalchemy.resolve.RowRanges;
import io.datalchemy.resolve.RowRanges.Range;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairRowsTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void givesEachPairInOrderOnce(boolean mayBeEqual) {
    OrderedPair first = new OrderedPair("c", 40, false, mayBeEqual);
    PairRows ones = new PairRows(7, first);
    PairRows others = new PairRows(7, new OrderedPair("c", 40, true, mayBeEqual));
    Set<List<Long>> pairs = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    for (long row = 0; row < first.pairs(); row++) {
      long one = ones.parentOf(row);
      long other = others.parentOf(row);
      assertTrue(one < other || (mayBeEqual && one == other), one + ", " + other);
      assertTrue(one >= 0 && other < 40, one + ", " + other);
      pairs.add(List.of(one, other));
    }
    assertEquals(mayBeEqual ? 820 : 780, pairs.size());
    assertEquals(ForeignContext.NO_ROW, ones.parentOf(first.pairs()));
  }

  @Test
  void isExactWherePairsAreManyMoreThanDoublesTellApart() {
    OrderedPair pick = new OrderedPair("c", 1L << 31, true, false);
    PairRows ones = new PairRows(7, new OrderedPair("c", 1L << 31, false, false));
    PairRows others = new PairRows(7, pick);
    for (long row = 0; row < 1000; row++) {
      long at = pick.pairs() - 1 - row;
      assertTrue(ones.parentOf(at) < others.parentOf(at));
      assertTrue(others.parentOf(at) < 1L << 31);
    }
  }

  @Test
  void countsPlacesInRangesForthAndBack() {
    RowsAmong among = new RowsAmong(new RowRanges(List.of(new Range(3, 5), new Range(9, 12))));
    long[] rows = {3, 4, 9, 10, 11};
    for (int place = 0; place < rows.length; place++) {
      assertEquals(rows[place], among.row(place));
      assertEquals(place, among.placesBefore(rows[place]));
    }
    assertEquals(0, among.placesBefore(0));
    assertEquals(2, among.placesBefore(7));
    assertEquals(5, among.placesBefore(100));
  }
}
