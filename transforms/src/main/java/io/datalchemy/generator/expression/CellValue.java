package io.datalchemy.generator.expression;

import io.datalchemy.expression.evaluation.ValueText;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Single cells as the values that expressions are evaluated over. */
public final class CellValue {
  private CellValue() {}

  /** The value of a cell; null if it is NULL. */
  public static Object of(ColumnVector column, int i) {
    if (column.isNull(i)) {
      return null;
    }
    ValueType type = column.type();
    return switch (type.family()) {
      case BOOLEAN -> column.longAt(i) != 0;
      case INTEGER -> BigDecimal.valueOf(column.longAt(i));
      case DECIMAL -> BigDecimal.valueOf(column.longAt(i), type.decimals());
      case FLOAT -> BigDecimal.valueOf(column.doubleAt(i));
      case DATE -> LocalDate.ofEpochDay(column.longAt(i));
      case TIME -> LocalTime.MIN.plus(column.longAt(i), ChronoUnit.MICROS);
      case TIMESTAMP -> dateTime(column.longAt(i));
      case TIMESTAMPTZ -> dateTime(column.longAt(i)).atOffset(ZoneOffset.UTC);
      default -> ValueText.parse(type, column.textAt(i));
    };
  }

  private static LocalDateTime dateTime(long micros) {
    return LocalDate.EPOCH.atStartOfDay().plus(micros, ChronoUnit.MICROS);
  }
}
