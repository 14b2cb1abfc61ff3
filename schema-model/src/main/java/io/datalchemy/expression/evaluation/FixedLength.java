package io.datalchemy.expression.evaluation;

import io.datalchemy.expression.Expression;
import io.datalchemy.type.ValueType;
import java.util.Map;
import java.util.Set;

/**
 * Texts of {@code char(n)}, whose blanks at the end do not count, but for patterns and some
 * functions: those see the value as it is stored, with blanks up to its length.
 */
record FixedLength(Map<String, ValueType> columns) {
  private static final Set<String> SEE_BLANKS = Set.of("octet_length", "concat", "concat_ws");

  /** The value of a column as comparisons and casts see it. */
  Object plain(Expression.Column column, Object value) {
    return isPadded(column) && value instanceof String text ? text.replaceAll(" +$", "") : value;
  }

  /** A value that a pattern is matched with. */
  Object matched(Expression e, Object value) {
    return e instanceof Expression.Column column && isPadded(column) && value instanceof String text
        ? padded(text, columns.get(column.name()).maxLength().orElseThrow())
        : value;
  }

  /** The arguments of a call as the function sees them. */
  Object[] arguments(Expression.Call call, Object[] values) {
    for (int i = 0; i < values.length && SEE_BLANKS.contains(call.function()); i++) {
      values[i] = matched(call.arguments().get(i), values[i]);
    }
    return values;
  }

  private boolean isPadded(Expression.Column column) {
    ValueType type = columns.get(column.name());
    return type != null && type.isBlankPadded();
  }

  private static String padded(String text, int length) {
    int count = text.codePointCount(0, text.length());
    return text + " ".repeat(Math.max(0, length - count));
  }
}
