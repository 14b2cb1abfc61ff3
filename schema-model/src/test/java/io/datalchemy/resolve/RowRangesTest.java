package io.datalchemy.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.datalchemy.resolve.RowRanges.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowRangesTest {
  @Test
  void countsTheRowsOfAllRanges() {
    assertEquals(7, ranges(0, 3, 10, 14).count());
    assertEquals(0, RowRanges.all(0).count());
  }

  @Test
  void intersectsRangeByRange() {
    assertEquals(ranges(2, 3, 10, 12), ranges(0, 3, 10, 14).and(ranges(2, 12)));
    assertEquals(RowRanges.all(0), ranges(0, 3).and(ranges(3, 5)));
  }

  @Test
  void mergesRangesThatTouch() {
    assertEquals(ranges(0, 5, 7, 9), ranges(0, 3, 7, 9).or(ranges(3, 5)));
    assertEquals(ranges(0, 9), ranges(0, 3, 7, 9).or(ranges(2, 8)));
  }

  @Test
  void refusesRangesOutOfOrder() {
    assertThrows(IllegalArgumentException.class, () -> ranges(5, 7, 0, 3));
    assertThrows(IllegalArgumentException.class, () -> new Range(3, 3));
  }

  private static RowRanges ranges(long... ends) {
    List<Range> ranges = new java.util.ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      ranges.add(new Range(ends[i], ends[i + 1]));
    }
    return new RowRanges(ranges);
  }
}
