package io.datalchemy.generator.derive;

import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The line that the values of a column lie on, in the column's own units: numbers, moments or times
 * of the day. Values of two columns on the same kind of line can be compared.
 *
 * <p>A date is its midnight; a timestamp without a zone is taken to be UTC's.
 */
public record Axis(Kind kind, ValueType type) {
  /** What the values are. */
  public enum Kind {
    NUMBER,
    MOMENT,
    TIME
  }

  /** The axis of a column's type. */
  public static Axis of(ValueType type) {
    return switch (type.family()) {
      case INTEGER, DECIMAL, FLOAT -> new Axis(Kind.NUMBER, type);
      case DATE, TIMESTAMP, TIMESTAMPTZ -> new Axis(Kind.MOMENT, type);
      case TIME -> new Axis(Kind.TIME, type);
      default ->
          throw new IllegalArgumentException(
              "type: must be a number, a date or a time to be ordered, was " + type.name());
    };
  }

  /** What a whole number, a day or a second is in units. */
  long whole() {
    return switch (type.family()) {
      case DECIMAL -> PowersOfTen.of(type.decimals());
      case TIME, TIMESTAMP, TIMESTAMPTZ -> Moments.MICROS_PER_SECOND;
      default -> 1;
    };
  }

  /** What a day is in units, on an axis of moments or times. */
  public long day() {
    return type.family() == TypeFamily.DATE ? 1 : Moments.MICROS_PER_DAY;
  }

  /** The units between two values that the column can tell apart. */
  long finest() {
    return switch (type.family()) {
      case TIME, TIMESTAMP, TIMESTAMPTZ -> PowersOfTen.of(6 - type.scale().orElse(6));
      default -> 1;
    };
  }

  /** The smallest value of the column. */
  long smallest() {
    return switch (type.family()) {
      case INTEGER, DECIMAL -> Numbers.smallest(type);
      case TIME -> 0;
      default -> Moments.day("0001-01-01") * day();
    };
  }

  /** The largest value of the column. */
  long largest() {
    return switch (type.family()) {
      case INTEGER, DECIMAL -> Numbers.largest(type);
      case TIME -> Moments.MICROS_PER_DAY - 1;
      default -> (Moments.day("9999-12-31") + 1) * day() - 1;
    };
  }

  /** The smallest value that is at least a constant. */
  public long atLeast(String constant) {
    return constant(constant, RoundingMode.CEILING);
  }

  /** The largest value that is at most a constant. */
  public long atMost(String constant) {
    return constant(constant, RoundingMode.FLOOR);
  }

  /** Where a value of an expression lies among the units: between two, or on one. */
  public record Place(long floor, long ceiling) {}

  /** The place of a number, moment or time; empty if it is of another kind than the axis. */
  public Optional<Place> place(Object value) {
    if (kind == Kind.NUMBER && value instanceof BigDecimal number) {
      BigDecimal units = number.movePointRight(Numbers.decimals(type));
      return Optional.of(
          new Place(
              clamp(units.setScale(0, RoundingMode.FLOOR)),
              clamp(units.setScale(0, RoundingMode.CEILING))));
    }
    if (kind == Kind.TIME && value instanceof LocalTime time) {
      long micros = time.toNanoOfDay() / 1000;
      return Optional.of(new Place(micros, micros));
    }
    return kind == Kind.MOMENT ? moment(value) : Optional.empty();
  }

  private Optional<Place> moment(Object value) {
    LocalDateTime at = null;
    if (value instanceof LocalDate date) {
      at = date.atStartOfDay();
    } else if (value instanceof LocalDateTime local) {
      at = local;
    } else if (value instanceof OffsetDateTime zoned) {
      at = zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
    return Optional.ofNullable(at)
        .map(m -> ChronoUnit.MICROS.between(LocalDate.EPOCH.atStartOfDay(), m))
        .map(
            micros -> {
              long unit = Moments.MICROS_PER_DAY / day();
              return new Place(Math.floorDiv(micros, unit), -Math.floorDiv(-micros, unit));
            });
  }

  private long constant(String text, RoundingMode rounding) {
    if (kind == Kind.NUMBER) {
      return clamp(
          new BigDecimal(text).movePointRight(Numbers.decimals(type)).setScale(0, rounding));
    }
    long micros = kind == Kind.TIME ? Moments.timeMicros(text) : Moments.micros(text);
    long unit = kind == Kind.TIME ? 1 : Moments.MICROS_PER_DAY / day();
    return rounding == RoundingMode.CEILING
        ? -Math.floorDiv(-micros, unit)
        : Math.floorDiv(micros, unit);
  }

  private long clamp(BigDecimal units) {
    return units
        .max(BigDecimal.valueOf(smallest()))
        .min(BigDecimal.valueOf(largest()))
        .longValueExact();
  }
}
