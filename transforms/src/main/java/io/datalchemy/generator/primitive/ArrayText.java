package io.datalchemy.generator.primitive;

import io.datalchemy.generator.scalar.PlainText;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;

/**
 * How an array is written: in braces, text elements in double quotes, those of {@code box} divided
 * by semicolons.
 *
 * @param dimensions from 1; the inner ones have two elements each
 */
record ArrayText(ValueType element, int dimensions) {

  /** How many elements an item of the outermost dimension holds. */
  int itemSize() {
    return 1 << (dimensions - 1);
  }

  /** Appends the array of the elements from one row to another, as many as whole items hold. */
  void put(ColumnVector values, int from, int to, ColumnVector out) {
    putLevel(values, from, to, itemSize(), out);
  }

  private void putLevel(ColumnVector values, int from, int to, int width, ColumnVector out) {
    if (width == 1) {
      putElements(values, from, to, out);
      return;
    }
    out.put('{');
    for (int k = from; k < to; k += width) {
      if (k > from) {
        out.put(',');
      }
      putLevel(values, k, k + width, width / 2, out);
    }
    out.put('}');
  }

  private void putElements(ColumnVector values, int from, int to, ColumnVector out) {
    char delimiter = element.name().equals("box") ? ';' : ',';
    out.put('{');
    for (int k = from; k < to; k++) {
      if (k > from) {
        out.put(delimiter);
      }
      putElement(values, k, out);
    }
    out.put('}');
  }

  private void putElement(ColumnVector values, int k, ColumnVector out) {
    if (element.family().isLong()) {
      boolean hasSpace =
          element.family() == TypeFamily.TIMESTAMP || element.family() == TypeFamily.TIMESTAMPTZ;
      quote(hasSpace, out);
      PlainText.put(values, k, out);
      quote(hasSpace, out);
      return;
    }
    QuotedText.put(values, k, out);
  }

  private static void quote(boolean isQuoted, ColumnVector out) {
    if (isQuoted) {
      out.put('"');
    }
  }
}
