package io.datalchemy.generator.primitive;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorFactory.PartMaker;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.Optional;

/** Arrays of some length, of elements that another generator makes. */
final class ArrayGenerator implements ValueGenerator {
  private static final int MAX_ITEMS = 10_000;
  private static final int MAX_DIMENSIONS = 6;

  private final ValueGenerator elements;
  private final ArrayText text;
  private final int min;
  private final int max;

  private ArrayGenerator(ValueGenerator elements, ArrayText text, int min, int max) {
    this.elements = elements;
    this.text = text;
    this.min = min;
    this.max = max;
  }

  static ValueGenerator generator(GeneratorRequest request, PartMaker parts) {
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
    long dimensions = request.params().integer("dimensions").orElse(1L);
    if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      throw new IllegalArgumentException(
          "dimensions: must be from 1 to " + MAX_DIMENSIONS + ", was " + dimensions);
    }
    GeneratorCall call =
        request
            .params()
            .find("element")
            .map(PartCalls::read)
            .orElseGet(() -> PartCalls.element(element));
    ArrayText text = new ArrayText(element, (int) dimensions);
    return new ArrayGenerator(parts.make(call, element), text, (int) min, (int) max);
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    RowSet parts = new RowSet(cells.size() * max * text.itemSize());
    for (int i = 0; i < cells.size(); i++) {
      for (int k = 0; k < count(cells, i); k++) {
        parts.add(CellRandom.more(cells.bits(i), k + 1), 0);
      }
    }
    ColumnVector values = new ColumnVector(text.element(), parts.size());
    elements.fill(cells.parts(parts), values);
    int from = 0;
    for (int i = 0; i < cells.size(); i++) {
      int count = count(cells, i);
      out.begin(i);
      text.put(values, from, from + count, out);
      out.end(i);
      from += count;
    }
  }

  private int count(Cells cells, int i) {
    int items = min + (int) CellRandom.below(cells.bits(i), max - min + 1L);
    return items * text.itemSize();
  }

  @Override
  public Optional<ValueSpace> space() {
    return elements.space().map(space -> new ArraySpace(space, text, min, max));
  }
}
