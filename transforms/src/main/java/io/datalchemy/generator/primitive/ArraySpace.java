package io.datalchemy.generator.primitive;

import io.datalchemy.generator.ValueSpace;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;

/**
 * The arrays of a generator, the shorter ones first: every combination of its elements' values.
 *
 * <p>Where a length alone has more arrays than a long counts, those of that length are all that are
 * numbered: the last elements spell the index, and those before are mixed from it.
 */
final class ArraySpace implements ValueSpace {
  private final ValueSpace elements;
  private final ArrayText text;
  private final int min;
  private final int max;

  ArraySpace(ValueSpace elements, ArrayText text, int min, int max) {
    this.elements = elements;
    this.text = text;
    this.min = min;
    this.max = max;
  }

  @Override
  public long size() {
    long sum = 0;
    for (int items = min; items <= max && sum < Long.MAX_VALUE; items++) {
      sum = sum + count(items) < 0 ? Long.MAX_VALUE : sum + count(items);
    }
    return sum;
  }

  @Override
  public boolean caseInsensitive() {
    return elements.caseInsensitive();
  }

  /** How many arrays of so many items there are. */
  private long count(int items) {
    return power(items * text.itemSize());
  }

  private long power(int exponent) {
    long product = 1;
    for (int k = 0; k < exponent && product < Long.MAX_VALUE; k++) {
      boolean overflows = Math.multiplyHigh(product, elements.size()) != 0;
      long next = product * elements.size();
      product = overflows || next < 0 ? Long.MAX_VALUE : next;
      if (elements.size() == 1) {
        return 1;
      }
    }
    return product;
  }

  @Override
  public void write(long index, ColumnVector out, int i) {
    long rest = index;
    int items = min;
    while (items < max && rest >= count(items)) {
      rest -= count(items);
      items++;
    }
    int length = items * text.itemSize();
    ColumnVector values = new ColumnVector(text.element(), length);
    spell(rest, length, values);
    out.begin(i);
    text.put(values, 0, length, out);
    out.end(i);
  }

  private void spell(long index, int length, ColumnVector values) {
    long rest = index;
    int free = length;
    for (int k = length - 1; k >= 0 && rest > 0; k--) {
      elements.write(rest % elements.size(), values, k);
      rest /= elements.size();
      free = k;
    }
    boolean isMixed = power(length) == Long.MAX_VALUE;
    for (int k = free - 1; k >= 0; k--) {
      long bits = CellRandom.more(CellRandom.mix(index), k + 1);
      boolean isSpelled = !isMixed || k >= length - spelling();
      elements.write(isSpelled ? 0 : CellRandom.below(bits, elements.size()), values, k);
    }
  }

  /** How many elements it takes to spell any index. */
  private int spelling() {
    int length = 0;
    for (long reach = 1; reach < Long.MAX_VALUE && elements.size() > 1; length++) {
      reach =
          Math.multiplyHigh(reach, elements.size()) != 0 || reach * elements.size() < 0
              ? Long.MAX_VALUE
              : reach * elements.size();
    }
    return length;
  }
}
