package io.datalchemy.resolve;

import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of a table: disjoint ranges of row numbers in ascending order.
 *
 * <p>Picks among them count from 0 to {@link #count}: the rows one after the other, as if there
 * were no gaps.
 */
public record RowRanges(List<Range> ranges) {

  /** The rows from {@code first} to before {@code end}. */
  public record Range(long first, long end) {
    public Range {
      if (first < 0 || end <= first) {
        throw new IllegalArgumentException("range: must not be empty, was " + first + " to " + end);
      }
    }
  }

  public RowRanges {
    ranges = List.copyOf(ranges);
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i).first() < ranges.get(i - 1).end()) {
        throw new IllegalArgumentException("ranges: must ascend, were " + ranges);
      }
    }
  }

  /** All of so many rows. */
  public static RowRanges all(long rows) {
    return rows == 0 ? new RowRanges(List.of()) : of(0, rows);
  }

  /** One range. */
  public static RowRanges of(long first, long end) {
    return new RowRanges(List.of(new Range(first, end)));
  }

  /** How many rows they are. */
  public long count() {
    return ranges.stream().mapToLong(range -> range.end() - range.first()).sum();
  }

  /** The rows in both. */
  public RowRanges and(RowRanges other) {
    List<Range> both = new ArrayList<>();
    int one = 0;
    int two = 0;
    while (one < ranges.size() && two < other.ranges.size()) {
      Range a = ranges.get(one);
      Range b = other.ranges.get(two);
      long first = Math.max(a.first(), b.first());
      long end = Math.min(a.end(), b.end());
      if (first < end) {
        both.add(new Range(first, end));
      }
      one += a.end() <= b.end() ? 1 : 0;
      two += b.end() <= a.end() ? 1 : 0;
    }
    return new RowRanges(both);
  }

  /** The rows in either. */
  public RowRanges or(RowRanges other) {
    List<Range> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    all.sort(java.util.Comparator.comparingLong(Range::first));
    List<Range> merged = new ArrayList<>();
    for (Range range : all) {
      Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || last.end() < range.first()) {
        merged.add(range);
      } else {
        merged.set(merged.size() - 1, new Range(last.first(), Math.max(last.end(), range.end())));
      }
    }
    return new RowRanges(merged);
  }
}
