package io.datalchemy.generator.derive;

import io.datalchemy.random.CellRandom;

/**
 * Draws within bounds in a column's units; where a bound is missing, as far as is natural: numbers
 * up to twice as large, moments up to so many days apart, times to the end of the day.
 */
public final class Spread {
  private static final long WIDTH_OF_ZERO = 100;
  private static final long NUMBERS = 10_000;

  private final Axis axis;
  private final long smallest;
  private final long largest;
  private final long momentWidth;
  private final long today;

  /**
   * A spread on an axis.
   *
   * @param momentWidth how far moments lie apart at most, in units
   * @param today the day that stands for today, since 1970
   */
  public Spread(Axis axis, long momentWidth, long today) {
    this.axis = axis;
    this.momentWidth = momentWidth;
    this.today = today * axis.day();
    smallest = axis.smallest();
    largest = axis.largest();
  }

  /** A value from {@code low} to {@code high}; both absent bounds are {@code Long} limits. */
  public long draw(long bits, long low, long high) {
    boolean hasLow = low > Long.MIN_VALUE;
    boolean hasHigh = high < Long.MAX_VALUE;
    long from = hasLow ? low : hasHigh ? below(high) : start();
    long to = hasHigh ? high : hasLow ? above(low) : start() + width();
    from = Math.max(from, smallest);
    to = Math.min(to, largest);
    if (from > to) {
      return Math.max(smallest, Math.min(largest, hasLow ? low : high));
    }
    return drawn(bits, from, to);
  }

  private long drawn(long bits, long from, long to) {
    long step = axis.kind() == Axis.Kind.NUMBER ? 1 : Math.max(axis.finest(), axis.whole());
    long first = -Math.floorDiv(-from, step);
    long last = Math.floorDiv(to, step);
    if (first > last) {
      step = axis.finest();
      first = -Math.floorDiv(-from, step);
      last = Math.floorDiv(to, step);
    }
    if (first > last) {
      return from;
    }
    long count = last - first + 1;
    return (first + CellRandom.below(bits, count <= 0 ? Long.MAX_VALUE : count)) * step;
  }

  private long above(long low) {
    return switch (axis.kind()) {
      case NUMBER -> low + Math.max(Math.abs(low), WIDTH_OF_ZERO * axis.whole());
      case MOMENT -> low + momentWidth;
      case TIME -> Math.min(largest, low + momentWidth);
    };
  }

  private long below(long high) {
    return switch (axis.kind()) {
      case NUMBER -> high > 0 ? 0 : high - Math.max(Math.abs(high), WIDTH_OF_ZERO * axis.whole());
      case MOMENT -> high - momentWidth;
      case TIME -> Math.max(0, high - momentWidth);
    };
  }

  private long start() {
    return axis.kind() == Axis.Kind.MOMENT ? today - width() : 0;
  }

  private long width() {
    return switch (axis.kind()) {
      case NUMBER -> NUMBERS * axis.whole();
      case MOMENT -> io.datalchemy.generator.number.MomentRange.WINDOW_DAYS * axis.day();
      case TIME -> largest;
    };
  }
}
