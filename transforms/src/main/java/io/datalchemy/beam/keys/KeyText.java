package io.datalchemy.beam.keys;

import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * PostgreSQL's text of a value, as a value of ours that is exactly the same.
 *
 * <p>Moments are in ISO style, those with a zone taken to UTC and without it.
 */
record KeyText(ValueType type) {
  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

  /** Writes the value; false if it cannot be held, such as an infinite date. */
  boolean write(String text, ColumnVector out, int row) {
    if (!type.family().isLong()) {
      out.setText(row, text);
      return true;
    }
    try {
      out.setLong(row, number(text));
      return true;
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return false;
    }
  }

  private long number(String text) {
    return switch (type.family()) {
      case BOOLEAN -> text.equals("true") ? 1 : 0;
      case INTEGER -> Long.parseLong(text);
      case DECIMAL -> new BigDecimal(text).movePointRight(type.decimals()).longValueExact();
      case FLOAT -> Double.doubleToRawLongBits(Double.parseDouble(text));
      case DATE -> LocalDate.parse(text).toEpochDay();
      case TIME -> ChronoUnit.MICROS.between(LocalTime.MIN, LocalTime.parse(text));
      default -> ChronoUnit.MICROS.between(EPOCH, LocalDateTime.parse(text.replace(' ', 'T')));
    };
  }
}
