package io.datalchemy.generator.derive;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.vector.ColumnVector;
import java.util.Optional;

/**
 * A moment at or after the parent's, by so much at most, and not after the parent's end.
 *
 * <p>Its inputs are the parent's moment, the end if the parent's interval ends, and the number of
 * steps if it counts some; an end that is NULL bounds nothing. Where the interval is shorter than
 * the least distance, the interval holds. If asked for, what falls on a day on which banks are
 * closed moves to the next one on which they open, if the interval allows, else to the one before.
 */
final class AfterParent implements ValueGenerator {
  static final int DEFAULT_DAYS = 90;

  private final Bound start;
  private final Bound end;
  private final Optional<Steps> steps;
  private final int stepInput;
  private final MomentWindow window;
  private final Spread spread;
  private final boolean isPlainAlone;
  private final Optional<BusinessDays> businessDays;

  private AfterParent(GeneratorRequest request, Axis axis) {
    start = Bound.of(request.inputTypes().get(0), axis);
    steps = steps(request, axis);
    stepInput = request.inputTypes().size() - 1;
    int moments = request.inputTypes().size() - (steps.isPresent() ? 1 : 0);
    end = moments > 1 ? Bound.of(request.inputTypes().get(1), axis) : null;
    window = MomentWindow.of(request.params(), axis, steps.isPresent() ? 0 : DEFAULT_DAYS);
    spread = new Spread(axis, window.most(), request.asOf().toEpochDay());
    isPlainAlone = isPlainAlone(request);
    businessDays = BusinessDays.of(request.params(), axis);
  }

  static AfterParent generator(GeneratorRequest request) {
    Inputs.require(request, 1, 3);
    return new AfterParent(request, Axis.of(request.type()));
  }

  private static Optional<Steps> steps(GeneratorRequest request, Axis axis) {
    if (!request.params().has("steps")) {
      Steps.refuseWithout(request.params());
      return Optional.empty();
    }
    return Optional.of(Steps.of(request.params(), axis));
  }

  private static boolean isPlainAlone(GeneratorRequest request) {
    String asked = request.params().text("without_parent").orElse("null");
    if (!asked.equals("null") && !asked.equals("plain")) {
      throw new IllegalArgumentException("without_parent: must be null or plain, was " + asked);
    }
    return asked.equals("plain");
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.input(0).isNull(i)) {
        out.setLong(i, after(cells, i));
      } else if (isPlainAlone) {
        long any = spread.draw(cells.bits(i), Long.MIN_VALUE, Long.MAX_VALUE);
        out.setLong(i, open(any, Long.MIN_VALUE, Long.MAX_VALUE));
      } else {
        out.setNull(i);
      }
    }
  }

  private long after(Cells cells, int i) {
    long first = start.from(cells.input(0), i, false);
    long from = steps.isPresent() ? steps.get().later(first, cells.input(stepInput), i) : first;
    long low = from + window.least();
    long high = from + window.most();
    long last = Long.MAX_VALUE;
    if (end != null && !cells.input(1).isNull(i)) {
      last = Math.max(first, end.to(cells.input(1), i, false));
      high = Math.min(high, last);
      low = Math.min(low, last);
    }
    return open(spread.draw(cells.bits(i), low, high), first, last);
  }

  private long open(long moment, long first, long last) {
    return businessDays.isPresent() ? businessDays.get().move(moment, first, last) : moment;
  }
}
