package io.datalchemy.generator.expression;

import io.datalchemy.expression.evaluation.ValueText;
import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.generator.text.Utf8;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Writes the values of expressions into a column as an assignment in SQL would: numbers rounded
 * half away from zero, moments cast. What the column cannot hold is cut to what it can.
 */
public final class CellWriter {
  private final ValueType type;
  private final int maxChars;

  /** A writer of values of the type, texts of so many characters at most. */
  public CellWriter(ValueType type, int maxChars) {
    this.type = type;
    this.maxChars = maxChars;
  }

  /** Writes a value, null for NULL. */
  public void write(Object value, ColumnVector out, int i) {
    if (value == null) {
      out.setNull(i);
      return;
    }
    switch (type.family()) {
      case BOOLEAN -> out.setLong(i, Boolean.TRUE.equals(value) ? 1 : 0);
      case INTEGER, DECIMAL -> out.setLong(i, unscaled(number(value)));
      case FLOAT -> out.setDouble(i, number(value).doubleValue());
      case DATE -> out.setLong(i, moment(value).toLocalDate().toEpochDay());
      case TIME -> out.setLong(i, micros((LocalTime) value));
      case TIMESTAMP, TIMESTAMPTZ -> out.setLong(i, micros(moment(value)));
      default -> text(value, out, i);
    }
  }

  private static BigDecimal number(Object value) {
    return (BigDecimal) value;
  }

  private long unscaled(BigDecimal number) {
    return number
        .movePointRight(Numbers.decimals(type))
        .setScale(0, RoundingMode.HALF_UP)
        .min(BigDecimal.valueOf(Numbers.largest(type)))
        .max(BigDecimal.valueOf(Numbers.smallest(type)))
        .longValueExact();
  }

  private static LocalDateTime moment(Object value) {
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    return value instanceof OffsetDateTime zoned
        ? zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
        : (LocalDateTime) value;
  }

  private static long micros(LocalTime time) {
    return time.toNanoOfDay() / 1000;
  }

  private static long micros(LocalDateTime moment) {
    return Math.addExact(
        moment.toLocalDate().toEpochDay() * Moments.MICROS_PER_DAY,
        ChronoUnit.MICROS.between(LocalTime.MIN, moment.toLocalTime()));
  }

  private void text(Object value, ColumnVector out, int i) {
    byte[] utf8 = ValueText.of(value).getBytes(StandardCharsets.UTF_8);
    int room = type.family() == TypeFamily.TEXT ? maxChars : Integer.MAX_VALUE;
    out.begin(i);
    out.put(utf8, 0, Utf8.prefix(utf8, 0, utf8.length, room));
    out.end(i);
  }
}
