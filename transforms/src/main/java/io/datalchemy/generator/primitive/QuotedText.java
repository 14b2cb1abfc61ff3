package io.datalchemy.generator.primitive;

import io.datalchemy.generator.scalar.PlainText;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;

/** A value within another: in double quotes where the text of the whole needs them. */
final class QuotedText {
  private QuotedText() {}

  /** Appends a text in double quotes, with a backslash before quotes and backslashes. */
  static void put(ColumnVector in, int i, ColumnVector out) {
    byte[] heap = in.heap();
    out.put('"');
    for (int at = in.start(i); at < in.start(i) + in.length(i); at++) {
      if (heap[at] == '"' || heap[at] == '\\') {
        out.put('\\');
      }
      out.put(heap[at]);
    }
    out.put('"');
  }

  /** Appends a value as PostgreSQL prints fields and ends: quoted if it must be. */
  static void putIfNeeded(ColumnVector in, int i, ColumnVector out) {
    ColumnVector plain = new ColumnVector(ValueType.text(), 1);
    plain.begin(0);
    PlainText.put(in, i, plain);
    plain.end(0);
    if (!needsQuotes(plain)) {
      PlainText.put(plain, 0, out);
      return;
    }
    out.put('"');
    for (int at = plain.start(0); at < plain.start(0) + plain.length(0); at++) {
      byte b = plain.heap()[at];
      if (b == '"' || b == '\\') {
        out.put(b);
      }
      out.put(b);
    }
    out.put('"');
  }

  private static boolean needsQuotes(ColumnVector text) {
    for (int at = text.start(0); at < text.start(0) + text.length(0); at++) {
      byte b = text.heap()[at];
      if ("\"\\(),[]".indexOf(b) >= 0 || (b >= 0 && Character.isWhitespace(b))) {
        return true;
      }
    }
    return text.length(0) == 0;
  }
}
