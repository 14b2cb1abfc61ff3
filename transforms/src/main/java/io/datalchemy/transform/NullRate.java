package io.datalchemy.transform;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;

/** Makes a share of the values NULL. */
final class NullRate implements ValueTransform {
  private static final int WORD = 7;

  private final double rate;

  private NullRate(double rate) {
    this.rate = rate;
  }

  static ValueTransform transform(GeneratorRequest request) {
    double rate = request.params().decimal("rate").orElseThrow().doubleValue();
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("rate: must be from 0 to 1, was " + rate);
    }
    return new NullRate(rate);
  }

  @Override
  public void apply(Cells cells, ColumnVector in, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      if (CellRandom.unit(CellRandom.more(cells.bits(i), WORD)) < rate) {
        out.setNull(i);
      } else {
        out.copyFrom(in, i, i);
      }
    }
  }
}
