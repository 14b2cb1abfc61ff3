package io.datalchemy.constraint.reading;

import io.datalchemy.expression.Interval;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** Single values of each type, as the evaluator takes them: to try expressions on. */
final class Specimen {
  private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

  private Specimen() {}

  static Object of(ValueType type) {
    return switch (type.family()) {
      case BOOLEAN -> true;
      case INTEGER, DECIMAL, FLOAT -> BigDecimal.ONE;
      case DATE -> DAY;
      case TIME -> LocalTime.NOON;
      case TIMESTAMP -> DAY.atStartOfDay();
      case TIMESTAMPTZ -> DAY.atStartOfDay().atOffset(ZoneOffset.UTC);
      case INTERVAL -> Interval.ofDays(1);
      case ENUM -> type.labels().isEmpty() ? "" : type.labels().get(0);
      case ARRAY -> type.element().map(Specimen::of).map(List::of).orElse(List.of());
      case JSON -> "{}";
      default -> "1";
    };
  }

  /** A value of a type with few values, from its plain text. */
  static Object parsed(ValueType type, String text) {
    return switch (type.family()) {
      case BOOLEAN -> Boolean.valueOf(text);
      default -> text;
    };
  }
}
