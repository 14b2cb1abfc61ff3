package io.datalchemy.generator.scalar;

import io.datalchemy.random.CellRandom;

/** The longs {@code first}, {@code first + step}, … of which there are {@code count}. */
public record LongRange(long first, long step, long count) {
  public LongRange {
    if (count < 1) {
      throw new IllegalArgumentException("range: must not be empty");
    }
  }

  /** The multiples of {@code step} from {@code low} to {@code high}, counted to Long.MAX_VALUE. */
  public static LongRange multiples(long low, long high, long step) {
    long first = -Math.floorDiv(-low, step);
    long last = Math.floorDiv(high, step);
    if (first > last) {
      throw new IllegalArgumentException("range: must not be empty");
    }
    long span = last - first;
    return new LongRange(
        first * step, step, span < 0 || span == Long.MAX_VALUE ? Long.MAX_VALUE : span + 1);
  }

  /** Whether there is a multiple of {@code step} from {@code low} to {@code high}. */
  public static boolean hasMultiple(long low, long high, long step) {
    return -Math.floorDiv(-low, step) <= Math.floorDiv(high, step);
  }

  /** The value of an index. */
  public long at(long index) {
    return first + index * step;
  }

  /** The value that those bits draw. */
  public long draw(long bits) {
    return at(CellRandom.below(bits, count));
  }
}
