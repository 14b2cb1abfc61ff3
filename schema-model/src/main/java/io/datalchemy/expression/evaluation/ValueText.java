package io.datalchemy.expression.evaluation;

import io.datalchemy.expression.Interval;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Values of expressions from and to the texts that PostgreSQL reads. */
public final class ValueText {
  private ValueText() {}

  /** The value that a literal of a type stands for, as {@link RowValues} gives it. */
  public static Object parse(ValueType type, String text) {
    if (type.family() == TypeFamily.ARRAY) {
      return elements(type.element(), text);
    }
    return type.family() == TypeFamily.INTERVAL ? Interval.parse(text) : text;
  }

  private static List<Object> elements(java.util.Optional<ValueType> type, String text) {
    List<Object> elements = new ArrayList<>();
    for (Object element : Casts.parseArray(text)) {
      boolean isText = element == null || type.isEmpty();
      elements.add(isText ? element : element(type.get(), (String) element));
    }
    return elements;
  }

  private static Object element(ValueType type, String text) {
    return switch (type.family()) {
      case INTEGER, DECIMAL, FLOAT -> Casts.cast(text, "numeric");
      case BOOLEAN -> Casts.cast(text, "boolean");
      case DATE -> Casts.cast(text, "date");
      case TIME -> Casts.cast(text, "time");
      case TIMESTAMP -> Casts.cast(text, "timestamp");
      case TIMESTAMPTZ -> Casts.cast(text, "timestamptz");
      default -> parse(type, text);
    };
  }

  /** The text of a value that is not null. */
  public static String of(Object value) {
    if (value instanceof List<?> list) {
      return "{" + list.stream().map(ValueText::quoted).collect(Collectors.joining(",")) + "}";
    }
    boolean isTime = value instanceof Interval || value instanceof Temporal;
    return isTime ? value.toString() : Casts.text(value);
  }

  private static String quoted(Object element) {
    return element == null
        ? "NULL"
        : '"' + of(element).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
