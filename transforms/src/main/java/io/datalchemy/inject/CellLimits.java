package io.datalchemy.inject;

import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;

/** Whether a value stays within its column's type, so that the file still loads. */
final class CellLimits {
  private CellLimits() {}

  static boolean fits(ColumnVector column, int i) {
    if (column.isNull(i)) {
      return true;
    }
    ValueType type = column.type();
    return switch (type.family()) {
      case INTEGER ->
          column.longAt(i) >= type.minInteger() && column.longAt(i) <= type.maxInteger();
      case DECIMAL -> {
        long value = column.longAt(i);
        yield value >= -type.maxUnscaled() && value <= type.maxUnscaled();
      }
      case TEXT -> {
        String text = column.textAt(i);
        int max = type.maxLength().orElse(Integer.MAX_VALUE);
        yield text.codePointCount(0, text.length()) <= max;
      }
      default -> true;
    };
  }
}
