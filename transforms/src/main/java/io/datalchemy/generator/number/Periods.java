package io.datalchemy.generator.number;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.generator.scalar.LongRange;
import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Moments no two of which lie in the same day, month, … : as many as there are whole periods
 * between two moments. Immutable and thread-safe.
 */
final class Periods implements ValueGenerator, ValueSpace {
  private static final long MICROS_PER_HOUR = 3600 * Moments.MICROS_PER_SECOND;
  private static final long MICROS_PER_MINUTE = 60 * Moments.MICROS_PER_SECOND;
  private static final long NOON = 12 * MICROS_PER_HOUR;
  private static final long MONDAY = 3;

  private final Unit unit;
  private final boolean isLocal;
  private final boolean isDate;
  private final long first;
  private final long count;

  private Periods(Unit unit, boolean isLocal, boolean isDate, LongRange periods) {
    this.unit = unit;
    this.isLocal = isLocal;
    this.isDate = isDate;
    this.first = periods.first();
    this.count = periods.count();
  }

  private enum Unit {
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
  }

  /**
   * The periods between two moments.
   *
   * @param unit {@code day}, {@code month}, …; with {@code " local"} behind it, whatever the time
   *     zone within half a day of UTC
   * @param isDate whether the moments are days rather than microseconds
   */
  static Periods between(long minMicros, long maxMicros, String unit, boolean isDate) {
    boolean isLocal = unit.endsWith(" local");
    String name = unit.replace(" local", "").toUpperCase(Locale.ROOT);
    Unit of;
    try {
      of = Unit.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "distinct_by: must be minute, hour, day, week, month, quarter or year, was '"
              + unit
              + "'",
          e);
    }
    long first = periodOf(of, minMicros);
    if (start(of, first) < minMicros) {
      first++;
    }
    long end = periodOf(of, maxMicros + 1);
    if (end <= first) {
      throw new IllegalArgumentException(
          "distinct_by: no whole " + unit + " lies between min and max");
    }
    return new Periods(of, isLocal, isDate, new LongRange(first, 1, end - first));
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      write(CellRandom.below(cells.bits(i), count), out, i);
    }
  }

  @Override
  public Optional<ValueSpace> space() {
    return Optional.of(this);
  }

  @Override
  public long size() {
    return count;
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void write(long index, ColumnVector out, int i) {
    long period = first + index;
    long start = start(unit, period);
    long length = start(unit, period + 1) - start;
    long bits = CellRandom.mix(period);
    if (isDate) {
      long days = Math.max(1, length / Moments.MICROS_PER_DAY);
      out.setLong(i, Math.floorDiv(start, Moments.MICROS_PER_DAY) + CellRandom.below(bits, days));
    } else if (isLocal) {
      long day = CellRandom.below(bits, length / Moments.MICROS_PER_DAY);
      long minutes = CellRandom.below(CellRandom.more(bits, 1), 120);
      out.setLong(i, start + day * Moments.MICROS_PER_DAY + NOON + minutes * MICROS_PER_MINUTE);
    } else {
      long seconds = CellRandom.below(bits, length / Moments.MICROS_PER_SECOND);
      out.setLong(i, start + seconds * Moments.MICROS_PER_SECOND);
    }
  }

  private static long periodOf(Unit unit, long micros) {
    long day = Math.floorDiv(micros, Moments.MICROS_PER_DAY);
    LocalDate date = LocalDate.ofEpochDay(day);
    long month = date.getYear() * 12L + date.getMonthValue() - 1;
    return switch (unit) {
      case MINUTE -> Math.floorDiv(micros, MICROS_PER_MINUTE);
      case HOUR -> Math.floorDiv(micros, MICROS_PER_HOUR);
      case DAY -> day;
      case WEEK -> Math.floorDiv(day + MONDAY, 7);
      case MONTH -> month;
      case QUARTER -> Math.floorDiv(month, 3);
      case YEAR -> date.getYear();
    };
  }

  private static long start(Unit unit, long period) {
    return switch (unit) {
      case MINUTE -> period * MICROS_PER_MINUTE;
      case HOUR -> period * MICROS_PER_HOUR;
      case DAY -> period * Moments.MICROS_PER_DAY;
      case WEEK -> (period * 7 - MONDAY) * Moments.MICROS_PER_DAY;
      case MONTH -> startOfMonth(period);
      case QUARTER -> startOfMonth(period * 3);
      case YEAR -> startOfMonth(period * 12);
    };
  }

  private static long startOfMonth(long month) {
    LocalDate first =
        LocalDate.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
    return first.toEpochDay() * Moments.MICROS_PER_DAY;
  }
}
