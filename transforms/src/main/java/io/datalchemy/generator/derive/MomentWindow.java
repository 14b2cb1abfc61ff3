package io.datalchemy.generator.derive;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.scalar.Moments;

/**
 * How much later than another moment a moment is, at least and at most, in a column's units.
 *
 * @param least the smallest distance
 * @param most the largest distance, not below the smallest
 */
record MomentWindow(long least, long most) {
  private static final long MAX_DAYS = 1_000_000;

  /** The window that {@code min_seconds}, {@code max_seconds} and {@code max_days} ask for. */
  static MomentWindow of(Parameters params, Axis axis, int defaultDays) {
    long days = params.integer("max_days").orElse((long) defaultDays);
    long seconds = params.integer("max_seconds").orElse(0L);
    if (days < 0 || days > MAX_DAYS || seconds < 0 || seconds > MAX_DAYS * 86_400) {
      throw new IllegalArgumentException(
          "max_days: must be from 0 to 1000000, was " + days + " with max_seconds " + seconds);
    }
    boolean isOpen = !params.has("max_seconds") && !params.has("max_days");
    long unit = Moments.MICROS_PER_DAY / axis.day();
    long most = most(params, days, seconds);
    long least = least(params, isOpen ? Long.MAX_VALUE : most);
    long leastUnits = -Math.floorDiv(-least, unit);
    return new MomentWindow(leastUnits, Math.max(leastUnits, most / unit));
  }

  private static long most(Parameters params, long days, long seconds) {
    if (!params.has("max_seconds")) {
      return days * Moments.MICROS_PER_DAY;
    }
    long more = params.has("max_days") ? days * Moments.MICROS_PER_DAY : 0;
    return seconds * Moments.MICROS_PER_SECOND + more;
  }

  private static long least(Parameters params, long most) {
    long seconds = params.integer("min_seconds").orElse(0L);
    boolean isBelow = seconds <= most / Moments.MICROS_PER_SECOND;
    if (seconds < 0 || seconds > MAX_DAYS * 86_400 || !isBelow) {
      throw new IllegalArgumentException(
          "min_seconds: must be from 0 to what max_seconds and max_days allow, was " + seconds);
    }
    return seconds * Moments.MICROS_PER_SECOND;
  }
}
