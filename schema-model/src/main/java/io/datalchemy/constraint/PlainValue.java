package io.datalchemy.constraint;

import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * Values as plain text and as something with an order: BigDecimal for numbers, LocalDateTime (UTC)
 * for dates and timestamps, LocalTime, the label's place for an enum, else the text itself.
 */
public final class PlainValue {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private PlainValue() {}

  /** Whether values of the type have an order that a range can use. */
  public static boolean isOrdered(ValueType type) {
    return isNumber(type) || isMoment(type) || type.family() == TypeFamily.TIME;
  }

  /** Whether values of the type are numbers. */
  public static boolean isNumber(ValueType type) {
    return switch (type.family()) {
      case INTEGER, DECIMAL, FLOAT -> true;
      default -> false;
    };
  }

  /** Whether values of the type are dates or timestamps. */
  public static boolean isMoment(ValueType type) {
    return switch (type.family()) {
      case DATE, TIMESTAMP, TIMESTAMPTZ -> true;
      default -> false;
    };
  }

  /** A constant's value as a value of the type's order; empty if it is of another kind. */
  public static Optional<Object> of(ValueType type, Object constant) {
    if (isNumber(type)) {
      return constant instanceof BigDecimal ? Optional.of(constant) : Optional.empty();
    }
    if (isMoment(type)) {
      return moment(constant);
    }
    if (type.family() == TypeFamily.TIME) {
      return constant instanceof LocalTime ? Optional.of(constant) : Optional.empty();
    }
    if (constant instanceof Boolean truth && type.family() == TypeFamily.BOOLEAN) {
      return Optional.of(truth.toString());
    }
    if (type.family() == TypeFamily.ENUM) {
      return Optional.of(type.labels().indexOf(constant)).filter(i -> i >= 0).map(i -> i);
    }
    return constant instanceof String ? Optional.of(constant) : Optional.empty();
  }

  private static Optional<Object> moment(Object constant) {
    if (constant instanceof LocalDate date) {
      return Optional.of(date.atStartOfDay());
    }
    if (constant instanceof OffsetDateTime zoned) {
      return Optional.of(zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }
    return constant instanceof LocalDateTime ? Optional.of(constant) : Optional.empty();
  }

  /** The value of the type's order that a plain text stands for. */
  public static Object parse(ValueType type, String text) {
    try {
      return switch (type.family()) {
        case INTEGER, DECIMAL, FLOAT -> new BigDecimal(text);
        case DATE -> LocalDate.parse(text).atStartOfDay();
        case TIMESTAMP -> LocalDateTime.parse(text);
        case TIMESTAMPTZ -> OffsetDateTime.parse(text).toLocalDateTime();
        case TIME -> LocalTime.parse(text);
        case ENUM -> type.labels().indexOf(text);
        default -> text;
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException(text + " is no plain text of " + type.name(), e);
    }
  }

  /** A value of the type's order as plain text. */
  public static String text(ValueType type, Object value) {
    return switch (type.family()) {
      case INTEGER, DECIMAL, FLOAT -> plain((BigDecimal) value);
      case DATE -> ((LocalDateTime) value).toLocalDate().toString();
      case TIMESTAMP -> stamp((LocalDateTime) value);
      case TIMESTAMPTZ -> stamp((LocalDateTime) value) + "Z";
      case TIME -> ((LocalTime) value).format(TIME);
      case ENUM -> type.labels().get((Integer) value);
      default -> (String) value;
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String stamp(LocalDateTime moment) {
    return moment.toLocalDate() + "T" + moment.toLocalTime().format(TIME);
  }

  /** The order of two values of one type. */
  @SuppressWarnings("unchecked") // both sides are values of one type's order
  public static int compare(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  /** Whether every value has a next one, so that open ends can be closed. */
  static boolean isDiscrete(ValueType type) {
    return type.family() == TypeFamily.INTEGER
        || type.family() == TypeFamily.DATE
        || (type.family() == TypeFamily.DECIMAL && type.scale().isPresent());
  }

  /** Whether a column of the type can hold the value. */
  public static boolean isRepresentable(ValueType type, Object value) {
    return !isDiscrete(type) || compare(round(type, value, RoundingMode.FLOOR), value) == 0;
  }

  /** The nearest value of a discrete type that is not below (CEILING) or not above (FLOOR). */
  static Object round(ValueType type, Object value, RoundingMode mode) {
    if (!isDiscrete(type)) {
      return value;
    }
    if (value instanceof BigDecimal number) {
      int scale = type.family() == TypeFamily.INTEGER ? 0 : type.decimals();
      return number.setScale(scale, mode);
    }
    LocalDateTime moment = (LocalDateTime) value;
    LocalDateTime midnight = moment.toLocalDate().atStartOfDay();
    boolean up = mode == RoundingMode.CEILING && !midnight.equals(moment);
    return up ? midnight.plusDays(1) : midnight;
  }

  /** The next value of a discrete type, or the one before. */
  static Object step(ValueType type, Object value, int direction) {
    if (value instanceof BigDecimal number) {
      int scale = type.family() == TypeFamily.INTEGER ? 0 : type.decimals();
      return number.add(BigDecimal.valueOf(direction, scale));
    }
    return ((LocalDateTime) value).plusDays(direction);
  }
}
