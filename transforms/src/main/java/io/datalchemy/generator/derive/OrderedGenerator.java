package io.datalchemy.generator.derive;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.List;

/**
 * A value within the interval that the row's other columns leave, in the column's own units.
 *
 * <p>NULL inputs bound nothing. Where the interval is empty, its lower bound is written.
 */
final class OrderedGenerator implements ValueGenerator {
  private static final long DAYS = 90;

  private final int[] roles;
  private final Bound[] bounds;
  private final long min;
  private final long max;
  private final Spread spread;

  private OrderedGenerator(GeneratorRequest request, Axis axis) {
    Parameters params = request.params();
    roles = OrderedFactory.roles(params);
    bounds = bounds(request.inputTypes(), axis);
    min = params.text("min").map(axis::atLeast).orElse(Long.MIN_VALUE);
    max = params.text("max").map(axis::atMost).orElse(Long.MAX_VALUE);
    spread = new Spread(axis, DAYS * axis.day(), request.asOf().toEpochDay());
    if (min > max) {
      throw new IllegalArgumentException(
          "min: must not be above max, was "
              + params.text("min").orElse("")
              + " with max "
              + params.text("max").orElse(""));
    }
  }

  static OrderedGenerator generator(GeneratorRequest request) {
    return new OrderedGenerator(request, Axis.of(request.type()));
  }

  private static Bound[] bounds(List<ValueType> inputTypes, Axis axis) {
    return inputTypes.stream().map(type -> Bound.of(type, axis)).toArray(Bound[]::new);
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      long low = min;
      long high = max;
      for (int k = 0; k < roles.length; k++) {
        ColumnVector input = cells.input(k);
        if (input.isNull(i)) {
          continue;
        }
        if (roles[k] < 2) {
          low = Math.max(low, bounds[k].from(input, i, roles[k] == 1));
        } else {
          high = Math.min(high, bounds[k].to(input, i, roles[k] == 3));
        }
      }
      out.setLong(i, spread.draw(cells.bits(i), low, high));
    }
  }
}
