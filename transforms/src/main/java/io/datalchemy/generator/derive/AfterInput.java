package io.datalchemy.generator.derive;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.vector.ColumnVector;

/** A moment later than that of another column, by so much at most; NULL where that is NULL. */
final class AfterInput implements ValueGenerator {
  private final Bound bound;
  private final MomentWindow window;
  private final Spread spread;
  private final boolean strictly;

  private AfterInput(Bound bound, MomentWindow window, Spread spread, boolean strictly) {
    this.bound = bound;
    this.window = window;
    this.spread = spread;
    this.strictly = strictly;
  }

  static AfterInput generator(GeneratorRequest request, boolean strictly, int defaultDays) {
    Axis axis = Axis.of(request.type());
    Inputs.require(request, 1, 1);
    MomentWindow window = MomentWindow.of(request.params(), axis, defaultDays);
    Spread spread = new Spread(axis, window.most(), request.asOf().toEpochDay());
    return new AfterInput(Bound.of(request.inputTypes().get(0), axis), window, spread, strictly);
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    ColumnVector input = cells.input(0);
    for (int i = 0; i < cells.size(); i++) {
      if (input.isNull(i)) {
        out.setNull(i);
      } else {
        out.setLong(i, after(cells.bits(i), input, i));
      }
    }
  }

  private long after(long bits, ColumnVector input, int i) {
    long first = bound.from(input, i, strictly);
    if (window.least() == 0) {
      return spread.draw(bits, first, Long.MAX_VALUE);
    }
    long low = Math.max(first, bound.from(input, i, false) + window.least());
    return spread.draw(bits, low, Math.max(low, first + window.most()));
  }
}
