package io.datalchemy.resolution.parent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.constraint.Bound;
import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.resolve.RowRanges;
import io.datalchemy.resolve.RowRanges.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowNumbersTest {
  private static final RowNumbers BY_THREE =
      new RowNumbers(BigDecimal.valueOf(5), BigDecimal.valueOf(3), 10);

  @Test
  void findsTheRowsBetweenBounds() {
    assertEquals(ranges(1, 4), BY_THREE.rowsIn(between("6", "14")));
    assertEquals(ranges(0, 10), BY_THREE.rowsIn(ColumnDomain.ANY));
    assertEquals(ranges(), BY_THREE.rowsIn(between("33", "99")));
  }

  @Test
  void leavesBoundsOutThatAreExclusive() {
    ColumnDomain open =
        ColumnDomain.ANY.withBounds(
            Optional.of(new Bound("5", false)), Optional.of(new Bound("14", false)));
    assertEquals(ranges(1, 3), BY_THREE.rowsIn(open));
  }

  @Test
  void findsListedNumbersAndLeavesExcludedOnesOut() {
    assertEquals(
        ranges(0, 2, 9, 10), BY_THREE.rowsIn(ColumnDomain.oneOf(List.of("8", "32", "5", "6"))));
    assertEquals(ranges(0, 1, 2, 10), BY_THREE.rowsIn(ColumnDomain.noneOf(List.of("8", "9"))));
  }

  @Test
  void countsDownToo() {
    RowNumbers down = new RowNumbers(BigDecimal.valueOf(20), BigDecimal.valueOf(-1), 10);
    assertEquals(ranges(5, 9), down.rowsIn(between("12", "15")));
    assertEquals("11 to 20", down.least() + " to " + down.greatest());
  }

  @Test
  void takesOnlyRowsThatAreWithinForCertain() {
    RowNumbers strides =
        new RowNumbers(BigDecimal.ONE, BigDecimal.valueOf(100), BigDecimal.valueOf(99), 10);
    assertEquals(ranges(1, 5), strides.rowsIn(between("50", "550")));
    assertEquals(ranges(0, 2, 3, 10), strides.rowsIn(ColumnDomain.noneOf(List.of("250"))));
  }

  private static ColumnDomain between(String min, String max) {
    return ColumnDomain.ANY.withBounds(
        Optional.of(new Bound(min, true)), Optional.of(new Bound(max, true)));
  }

  private static RowRanges ranges(long... ends) {
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      ranges.add(new Range(ends[i], ends[i + 1]));
    }
    return new RowRanges(ranges);
  }
}
