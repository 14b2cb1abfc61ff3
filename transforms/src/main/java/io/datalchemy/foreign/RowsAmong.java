package io.datalchemy.foreign;

import io.datalchemy.resolve.RowRanges;
import java.util.Arrays;

/** From the places in some ranges of rows, counted from 0, to the rows and back. */
final class RowsAmong {
  private final long[] firsts;
  private final long[] before;

  RowsAmong(RowRanges ranges) {
    int count = ranges.ranges().size();
    firsts = new long[count];
    before = new long[count + 1];
    for (int i = 0; i < count; i++) {
      RowRanges.Range range = ranges.ranges().get(i);
      firsts[i] = range.first();
      before[i + 1] = before[i] + range.end() - range.first();
    }
  }

  /** The row at a place. */
  long row(long place) {
    int range = last(before, place, firsts.length);
    return firsts[range] + place - before[range];
  }

  /** How many of the rows come before a row of the table. */
  long placesBefore(long row) {
    if (firsts.length == 0 || row <= firsts[0]) {
      return 0;
    }
    int range = last(firsts, row, firsts.length);
    return Math.min(before[range + 1], before[range] + row - firsts[range]);
  }

  /** The pick of places as one of rows. */
  ParentRows rows(ParentRows places) {
    return row -> {
      long place = places.parentOf(row);
      return place == ForeignContext.NO_ROW ? place : row(place);
    };
  }

  /** The grouping by places as one by rows: those outside have no children. */
  GroupedRows rows(GroupedRows places) {
    return new GroupedRows() {
      @Override
      public long firstChild(long parent) {
        return places.firstChild(placesBefore(parent));
      }

      @Override
      public long parentOf(long child) {
        return row(places.parentOf(child));
      }
    };
  }

  /** The last of the ascending starts that is not above a value. */
  private static int last(long[] starts, long value, int count) {
    int found = Arrays.binarySearch(starts, 0, count, value);
    return found >= 0 ? found : -found - 2;
  }
}
