package io.datalchemy.generator.primitive;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.scalar.PlainText;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;

/** Arrays as PostgreSQL's input takes them: text elements in double quotes. */
final class ArrayGenerator implements ValueGenerator {
  private static final int MAX_ITEMS = 10_000;

  private final ValueGenerator elements;
  private final ValueType elementType;
  private final int min;
  private final int max;

  private ArrayGenerator(ValueGenerator elements, ValueType elementType, int min, int max) {
    this.elements = elements;
    this.elementType = elementType;
    this.min = min;
    this.max = max;
  }

  static ValueGenerator generator(GeneratorRequest request) {
    ValueType element =
        request
            .type()
            .element()
            .orElseThrow(() -> new IllegalArgumentException("type: array without an element type"));
    long max = request.params().integer("max_items").orElse(4L);
    long min = request.params().integer("min_items").orElse(Math.min(1, max));
    if (min < 0 || max < min || max > MAX_ITEMS) {
      throw new IllegalArgumentException(
          "min_items: must be from 0 to max_items, at most 10000, was "
              + min
              + " with max_items "
              + max);
    }
    return new ArrayGenerator(elementGenerator(element, request), element, (int) min, (int) max);
  }

  private static ValueGenerator elementGenerator(ValueType element, GeneratorRequest request) {
    if (element.family() != TypeFamily.TEXT) {
      return DefaultGenerators.of(element, request);
    }
    Parameters oneWord = Parameters.none().with("words", 1);
    return Lorem.generator(request.withType(element).withParams(oneWord));
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    RowSet parts = new RowSet(cells.size() * max);
    for (int i = 0; i < cells.size(); i++) {
      for (int k = 0; k < count(cells, i); k++) {
        parts.add(CellRandom.more(cells.bits(i), k + 1), 0);
      }
    }
    ColumnVector values = new ColumnVector(elementType, parts.size());
    elements.fill(cells.parts(parts), values);
    int from = 0;
    for (int i = 0; i < cells.size(); i++) {
      int count = count(cells, i);
      write(values, from, from + count, out, i);
      from += count;
    }
  }

  private int count(Cells cells, int i) {
    return min + (int) CellRandom.below(cells.bits(i), max - min + 1L);
  }

  private void write(ColumnVector values, int from, int to, ColumnVector out, int i) {
    out.begin(i);
    out.put('{');
    for (int k = from; k < to; k++) {
      if (k > from) {
        out.put(',');
      }
      putElement(values, k, out);
    }
    out.put('}');
    out.end(i);
  }

  private void putElement(ColumnVector values, int k, ColumnVector out) {
    if (elementType.family().isLong()) {
      boolean hasSpace =
          elementType.family() == TypeFamily.TIMESTAMP
              || elementType.family() == TypeFamily.TIMESTAMPTZ;
      quote(hasSpace, out);
      PlainText.put(values, k, out);
      quote(hasSpace, out);
      return;
    }
    out.put('"');
    byte[] heap = values.heap();
    for (int at = values.start(k); at < values.start(k) + values.length(k); at++) {
      if (heap[at] == '"' || heap[at] == '\\') {
        out.put('\\');
      }
      out.put(heap[at]);
    }
    out.put('"');
  }

  private static void quote(boolean isQuoted, ColumnVector out) {
    if (isQuoted) {
      out.put('"');
    }
  }
}
