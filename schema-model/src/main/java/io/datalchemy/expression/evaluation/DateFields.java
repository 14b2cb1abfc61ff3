package io.datalchemy.expression.evaluation;

import io.datalchemy.expression.Interval;
import io.datalchemy.expression.UnsupportedExpressionException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Parts of dates, times and intervals. */
final class DateFields {
  private DateFields() {}

  /** Whether a moment is neither {@code infinity} nor {@code -infinity}. */
  static boolean isFinite(Object value) {
    return !Values.isMoment(value)
        || Math.abs(Values.moment(value).getYear()) < LocalDate.MAX.getYear();
  }

  static BigDecimal extract(String field, Object value) {
    String name = field.toLowerCase(Locale.ROOT);
    if (value instanceof Interval interval) {
      return ofInterval(name, interval);
    }
    if (value instanceof LocalTime time) {
      return ofTime(name, time);
    }
    return ofMoment(name, Values.moment(value));
  }

  private static BigDecimal ofMoment(String field, LocalDateTime moment) {
    return switch (field) {
      case "year" -> BigDecimal.valueOf(moment.getYear());
      case "isoyear" -> BigDecimal.valueOf(moment.get(IsoFields.WEEK_BASED_YEAR));
      case "quarter" -> BigDecimal.valueOf(moment.get(IsoFields.QUARTER_OF_YEAR));
      case "month" -> BigDecimal.valueOf(moment.getMonthValue());
      case "week" -> BigDecimal.valueOf(moment.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case "day" -> BigDecimal.valueOf(moment.getDayOfMonth());
      case "dow" -> BigDecimal.valueOf(moment.getDayOfWeek().getValue() % 7);
      case "isodow" -> BigDecimal.valueOf(moment.getDayOfWeek().getValue());
      case "doy" -> BigDecimal.valueOf(moment.getDayOfYear());
      case "epoch" -> {
        LocalDateTime epoch = LocalDate.EPOCH.atStartOfDay();
        yield BigDecimal.valueOf(ChronoUnit.MICROS.between(epoch, moment), 6);
      }
      default -> ofTime(field, moment.toLocalTime());
    };
  }

  private static BigDecimal ofTime(String field, LocalTime time) {
    return switch (field) {
      case "hour" -> BigDecimal.valueOf(time.getHour());
      case "minute" -> BigDecimal.valueOf(time.getMinute());
      case "second" -> BigDecimal.valueOf(time.getSecond() * 1_000_000L + time.getNano() / 1000, 6);
      case "epoch" -> BigDecimal.valueOf(time.toNanoOfDay() / 1000, 6);
      default -> throw unknown(field);
    };
  }

  private static BigDecimal ofInterval(String field, Interval interval) {
    return switch (field) {
      case "year" -> BigDecimal.valueOf(interval.months() / 12);
      case "month" -> BigDecimal.valueOf(interval.months() % 12);
      case "day" -> BigDecimal.valueOf(interval.days());
      case "hour" -> BigDecimal.valueOf(interval.micros() / 3_600_000_000L);
      case "minute" -> BigDecimal.valueOf(interval.micros() / 60_000_000L % 60);
      case "second" -> BigDecimal.valueOf(interval.micros() % 60_000_000L, 6);
      case "epoch" -> intervalSeconds(interval);
      default -> throw unknown(field);
    };
  }

  /** PostgreSQL counts 365.25 days a year and 30 a month in an interval's epoch. */
  private static BigDecimal intervalSeconds(Interval interval) {
    long years = interval.months() / 12;
    long days = interval.months() % 12 * 30 + interval.days();
    long seconds = years * 31_557_600L + days * 86_400L;
    return BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(interval.micros(), 6));
  }

  static Object truncate(String field, Object value) {
    LocalDateTime moment = Values.moment(value);
    LocalDate day = moment.toLocalDate();
    LocalDateTime result =
        switch (field.toLowerCase(Locale.ROOT)) {
          case "year" -> day.withDayOfYear(1).atStartOfDay();
          case "quarter" ->
              day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1).atStartOfDay();
          case "month" -> day.withDayOfMonth(1).atStartOfDay();
          case "week" -> day.minusDays(day.getDayOfWeek().getValue() - 1L).atStartOfDay();
          case "day" -> day.atStartOfDay();
          case "hour" -> moment.truncatedTo(ChronoUnit.HOURS);
          case "minute" -> moment.truncatedTo(ChronoUnit.MINUTES);
          case "second" -> moment.truncatedTo(ChronoUnit.SECONDS);
          default -> throw unknown(field);
        };
    return value instanceof OffsetDateTime ? result.atOffset(ZoneOffset.UTC) : result;
  }

  /** The time from {@code start} to {@code end} in years, months, days and the rest. */
  static Interval age(Object end, Object start) {
    LocalDateTime from = Values.moment(start);
    LocalDateTime to = Values.moment(end);
    if (to.isBefore(from)) {
      return age(start, end).negated();
    }
    long months = ChronoUnit.MONTHS.between(from, to);
    LocalDateTime lastMonth = from.plusMonths(months);
    long days = ChronoUnit.DAYS.between(lastMonth, to);
    long micros = ChronoUnit.MICROS.between(lastMonth.plusDays(days), to);
    return new Interval(months, days, micros);
  }

  /** {@code value AT TIME ZONE zone}: takes a zone from a zoned value, gives one to another. */
  static Object inZone(String zone, Object value) {
    try {
      ZoneId id = ZoneId.of(zone.equalsIgnoreCase("utc") ? "UTC" : zone);
      if (value instanceof OffsetDateTime zoned) {
        return zoned.atZoneSameInstant(id).toLocalDateTime();
      }
      return Values.moment(value).atZone(id).toOffsetDateTime();
    } catch (DateTimeException e) {
      throw new UnsupportedExpressionException("time zone " + zone + " is not understood");
    }
  }

  private static UnsupportedExpressionException unknown(String field) {
    return new UnsupportedExpressionException("date field " + field + " is not understood");
  }
}
