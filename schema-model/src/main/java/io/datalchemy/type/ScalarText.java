package io.datalchemy.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Plain texts of ordered scalars as numbers on one line, and back: what bounds are compared by.
 *
 * <p>Numbers stand for themselves, dates for days, times and timestamps for microseconds, all since
 * 1970-01-01 or midnight. Texts are ISO 8601; those with an offset are taken to UTC.
 */
public final class ScalarText {
  private static final BigDecimal MICROS_PER_SECOND = BigDecimal.valueOf(1_000_000);
  private static final double RELATIVE_STEP = 1e-9;

  private ScalarText() {}

  /** Whether values of the family have an order that can be computed with. */
  public static boolean isOrdered(TypeFamily family) {
    return family.isLong() && family != TypeFamily.BOOLEAN;
  }

  /**
   * The number that a text stands for.
   *
   * @throws java.time.DateTimeException if it is no such date or time
   * @throws NumberFormatException if it is no number
   */
  public static BigDecimal toNumber(TypeFamily family, String text) {
    return switch (family) {
      case DATE -> BigDecimal.valueOf(date(text).toEpochDay());
      case TIME -> micros(ChronoUnit.MICROS.between(LocalTime.MIN, LocalTime.parse(text)));
      case TIMESTAMP, TIMESTAMPTZ -> micros(epochMicros(text));
      default -> new BigDecimal(text);
    };
  }

  /** The text of a number; fractions of a day or microsecond are cut. */
  public static String toText(TypeFamily family, BigDecimal number) {
    return switch (family) {
      case DATE -> LocalDate.ofEpochDay(number.longValue()).toString();
      case TIME -> LocalTime.ofNanoOfDay(number.longValue() * 1_000).toString();
      case TIMESTAMP -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(dateTime(number));
      case TIMESTAMPTZ -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(dateTime(number)) + "Z";
      case INTEGER -> number.setScale(0, RoundingMode.FLOOR).toPlainString();
      default -> number.toPlainString();
    };
  }

  /** The step from a value to the next: what an exclusive bound is moved by. */
  public static BigDecimal step(ValueType type, BigDecimal at) {
    return switch (type.family()) {
      case INTEGER, DATE -> BigDecimal.ONE;
      case DECIMAL -> BigDecimal.ONE.movePointLeft(type.decimals());
      case TIME, TIMESTAMP, TIMESTAMPTZ -> MICROS_PER_SECOND;
      default -> BigDecimal.valueOf(RELATIVE_STEP).multiply(at.abs().max(BigDecimal.ONE));
    };
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
  }

  private static long epochMicros(String text) {
    String iso = text.replace(' ', 'T');
    LocalDateTime time;
    if (iso.length() == 10) {
      time = LocalDate.parse(iso).atStartOfDay();
    } else if (iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10) {
      time = OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    } else {
      time = LocalDateTime.parse(iso);
    }
    return ChronoUnit.MICROS.between(LocalDate.EPOCH.atStartOfDay(), time);
  }

  private static LocalDateTime dateTime(BigDecimal micros) {
    return LocalDate.EPOCH.atStartOfDay().plus(micros.longValue(), ChronoUnit.MICROS);
  }

  private static BigDecimal micros(long micros) {
    return BigDecimal.valueOf(micros);
  }
}
