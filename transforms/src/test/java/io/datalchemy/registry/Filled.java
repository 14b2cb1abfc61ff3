package io.datalchemy.registry;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.generator.scalar.PlainText;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Values of a generator as text, for tests to look at. */
final class Filled {
  private Filled() {}

  static ColumnVector column(
      ValueGenerator generator, ValueType type, int rows, List<ColumnVector> inputs) {
    RowSet rowSet = new RowSet(rows).setRange(0, rows);
    ColumnVector out = new ColumnVector(type, rows);
    generator.fill(new Cells(CellRandom.key(42, "s", "t", "c"), rowSet, inputs), out);
    return out;
  }

  static List<String> texts(ColumnVector column, int rows) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      texts.add(column.isNull(i) ? "NULL" : text(column, i));
    }
    return texts;
  }

  static String text(ColumnVector column, int i) {
    ColumnVector text = new ColumnVector(ValueType.text(), 1);
    text.begin(0);
    PlainText.put(column, i, text);
    text.end(0);
    return text.textAt(0);
  }

  /** Up to so many values of a space: its first, its last, and some from all over. */
  static List<String> numbered(ValueSpace space, ValueType type, int count) {
    TreeSet<Long> indexes = new TreeSet<>();
    long size = space.size();
    for (int k = 0; k < count / 3 && k < size; k++) {
      indexes.add((long) k);
      indexes.add(size - 1 - k);
      indexes.add(CellRandom.below(CellRandom.mix(k), size));
    }
    ColumnVector out = new ColumnVector(type, 1);
    List<String> texts = new ArrayList<>();
    for (long index : indexes) {
      out.reset();
      space.write(index, out, 0);
      texts.add(text(out, 0));
    }
    return texts;
  }
}
