package io.datalchemy.generator.scalar;

import io.datalchemy.type.CivilDate;
import io.datalchemy.vector.ColumnVector;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Dates and times as our longs: read from ISO 8601, written as PostgreSQL reads them. */
public final class Moments {
  public static final long MICROS_PER_SECOND = 1_000_000L;
  public static final long MICROS_PER_DAY = 86_400L * MICROS_PER_SECOND;

  private static final int DATE_CHARS = 10;
  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

  private Moments() {}

  /**
   * Days since 1970-01-01 of a date, or of the date of a timestamp.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static long day(String text) {
    return Math.floorDiv(micros(text), MICROS_PER_DAY);
  }

  /** Microseconds of the day of {@code HH:mm[:ss[.ffffff]]}; {@code 24:00:00} is not taken. */
  public static long timeMicros(String text) {
    try {
      return LocalTime.parse(text.strip()).toNanoOfDay() / 1000;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be a time like 13:30:00, was '" + text + "'", e);
    }
  }

  /** Microseconds since 1970 of a timestamp, or of a date's midnight; an offset leads to UTC. */
  public static long micros(String text) {
    String iso = text.strip();
    try {
      if (iso.length() == DATE_CHARS) {
        return Math.multiplyExact(LocalDate.parse(iso).toEpochDay(), MICROS_PER_DAY);
      }
      return ChronoUnit.MICROS.between(EPOCH, dateTime(iso.replaceFirst(" ", "T")));
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "must be a date like 2026-01-31 or a timestamp like 2026-01-31T13:30:00, was '"
              + text
              + "'",
          e);
    }
  }

  private static LocalDateTime dateTime(String iso) {
    int sign = Math.max(iso.lastIndexOf('+'), iso.lastIndexOf('-'));
    boolean isZoned = iso.endsWith("Z") || sign > DATE_CHARS;
    if (!isZoned) {
      return LocalDateTime.parse(iso);
    }
    boolean isShort = sign > DATE_CHARS && iso.length() == sign + 3;
    String full = isShort ? iso + ":00" : iso;
    return OffsetDateTime.parse(full).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }

  /** Appends {@code yyyy-MM-dd}; years 1 to 9999. */
  public static void putDate(long day, ColumnVector out) {
    long date = CivilDate.ofEpochDay(day);
    out.putDigits(CivilDate.year(date), 4);
    out.put('-');
    out.putDigits(CivilDate.month(date), 2);
    out.put('-');
    out.putDigits(CivilDate.day(date), 2);
  }

  /** Appends {@code HH:mm:ss} and, unless zero, the fraction without trailing zeros. */
  public static void putTime(long micros, ColumnVector out) {
    long seconds = micros / MICROS_PER_SECOND;
    out.putDigits(seconds / 3600, 2);
    out.put(':');
    out.putDigits(seconds / 60 % 60, 2);
    out.put(':');
    out.putDigits(seconds % 60, 2);
    long fraction = micros % MICROS_PER_SECOND;
    if (fraction == 0) {
      return;
    }
    int digits = 6;
    for (; fraction % 10 == 0; fraction /= 10) {
      digits--;
    }
    out.put('.');
    out.putDigits(fraction, digits);
  }

  /** Appends {@code yyyy-MM-dd HH:mm:ss[.ffffff]}. */
  public static void putTimestamp(long micros, ColumnVector out) {
    putDate(Math.floorDiv(micros, MICROS_PER_DAY), out);
    out.put(' ');
    putTime(Math.floorMod(micros, MICROS_PER_DAY), out);
  }
}
