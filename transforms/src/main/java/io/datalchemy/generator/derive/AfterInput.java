package io.datalchemy.generator.derive;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.vector.ColumnVector;

/** A moment later than that of another column, by so much at most; NULL where that is NULL. */
final class AfterInput implements ValueGenerator {
  private static final long MAX_DAYS = 1_000_000;

  private final Bound bound;
  private final Spread spread;
  private final boolean strictly;

  private AfterInput(Bound bound, Spread spread, boolean strictly) {
    this.bound = bound;
    this.spread = spread;
    this.strictly = strictly;
  }

  static AfterInput generator(GeneratorRequest request, boolean strictly, int defaultDays) {
    Axis axis = Axis.of(request.type());
    Inputs.require(request, 1, 1);
    Spread spread =
        new Spread(axis, width(request.params(), axis, defaultDays), request.asOf().toEpochDay());
    return new AfterInput(Bound.of(request.inputTypes().get(0), axis), spread, strictly);
  }

  private static long width(Parameters params, Axis axis, int defaultDays) {
    long days = params.integer("max_days").orElse((long) defaultDays);
    long seconds = params.integer("max_seconds").orElse(0L);
    if (days < 0 || days > MAX_DAYS || seconds < 0 || seconds > MAX_DAYS * 86_400) {
      throw new IllegalArgumentException(
          "max_days: must be from 0 to 1000000, was " + days + " with max_seconds " + seconds);
    }
    if (!params.has("max_seconds")) {
      return days * axis.day();
    }
    long micros = seconds * Moments.MICROS_PER_SECOND;
    long more = params.has("max_days") ? days * Moments.MICROS_PER_DAY : 0;
    return (micros + more) / (Moments.MICROS_PER_DAY / axis.day());
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    ColumnVector input = cells.input(0);
    for (int i = 0; i < cells.size(); i++) {
      if (input.isNull(i)) {
        out.setNull(i);
      } else {
        long low = bound.from(input, i, strictly);
        out.setLong(i, spread.draw(cells.bits(i), low, Long.MAX_VALUE));
      }
    }
  }
}
