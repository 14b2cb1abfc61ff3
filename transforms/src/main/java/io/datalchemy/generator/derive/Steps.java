package io.datalchemy.generator.derive;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.vector.ColumnVector;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Steps of one length that a row's number counts: months of the calendar, or a fixed time.
 *
 * @param months how many months a step has; the days of the month that are not there become its
 *     last
 * @param units how much a step has besides, in the column's units
 * @param day what a day is in the column's units
 * @param origin the number that lies at the moment from which steps count
 */
record Steps(long months, long units, long day, long origin) {
  private static final List<String> LENGTHS = List.of("step_months", "step_days", "step_seconds");
  private static final long MAX_MONTHS = 12_000;
  private static final long MAX_DAYS = 400_000;
  private static final String ORIGIN = "step_origin";
  private static final long MAX_NUMBER = 1_000_000;

  /** The steps that the parameters ask for. */
  static Steps of(Parameters params, Axis axis) {
    long given = LENGTHS.stream().filter(params::has).count();
    if (given != 1) {
      throw new IllegalArgumentException(
          "steps: need one of step_months, step_days and step_seconds, were " + given);
    }
    long months = length(params, "step_months", MAX_MONTHS);
    long days = length(params, "step_days", MAX_DAYS);
    long seconds = length(params, "step_seconds", MAX_DAYS * 86_400);
    boolean isDay = axis.day() == 1;
    refuseShortBusinessDays(params, isDay);
    if (isDay && seconds % 86_400 != 0) {
      throw new IllegalArgumentException(
          "step_seconds: must be whole days in a column of dates, was " + seconds);
    }
    long fraction = isDay ? seconds / 86_400 : seconds * Moments.MICROS_PER_SECOND;
    long origin = params.integer(ORIGIN).orElse(0L);
    return new Steps(months, days * axis.day() + fraction, axis.day(), origin);
  }

  /** Moments that move to another day keep their time, so that short steps could change places. */
  private static void refuseShortBusinessDays(Parameters params, boolean isDay) {
    if (!isDay && !params.has("step_months") && params.bool("business_days").orElse(false)) {
      throw new IllegalArgumentException(
          "business_days: needs steps of months, or a column of dates, as shorter steps could"
              + " change places");
    }
  }

  /** Refuses lengths of steps where nothing counts them. */
  static void refuseWithout(Parameters params) {
    Stream.concat(LENGTHS.stream(), Stream.of(ORIGIN))
        .filter(params::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  name + ": needs steps, the column that counts them");
            });
  }

  private static long length(Parameters params, String name, long most) {
    long length = params.integer(name).orElse(0L);
    if (params.has(name) && (length < 1 || length > most)) {
      throw new IllegalArgumentException(name + ": must be from 1 to " + most + ", was " + length);
    }
    return length;
  }

  /** The moment so many steps later as the number says; NULL counts none. */
  long later(long moment, ColumnVector number, int i) {
    if (number.isNull(i)) {
      return moment;
    }
    long count = number.longAt(i) / PowersOfTen.of(Numbers.decimals(number.type()));
    long counted = Math.max(-MAX_NUMBER, Math.min(MAX_NUMBER, count - origin));
    return months == 0 ? moment + counted * units : monthsLater(moment, counted * months);
  }

  private long monthsLater(long moment, long count) {
    long date = Math.floorDiv(moment, day);
    long later = LocalDate.ofEpochDay(date).plusMonths(count).toEpochDay();
    return later * day + moment - date * day;
  }
}
