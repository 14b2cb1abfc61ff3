package io.datalchemy.generator.derive;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;

/** {@code derive.ordered} for columns of doubles and floats. */
final class OrderedFloats implements ValueGenerator {
  private static final double WIDTH_OF_ZERO = 100;
  private static final double NUMBERS = 10_000;
  private static final double STEPS = 10_000;

  private final int[] roles;
  private final double[] units;
  private final boolean isFloat4;
  private final double min;
  private final double max;

  private OrderedFloats(GeneratorRequest request) {
    roles = OrderedFactory.roles(request.params());
    units = request.inputTypes().stream().mapToDouble(OrderedFloats::unit).toArray();
    isFloat4 = request.type().name().equals("float4");
    min = request.params().decimal("min").map(Number::doubleValue).orElse(-Double.MAX_VALUE);
    max = request.params().decimal("max").map(Number::doubleValue).orElse(Double.MAX_VALUE);
    if (min > max) {
      throw new IllegalArgumentException(
          "min: must not be above max, was " + min + " with max " + max);
    }
  }

  static OrderedFloats generator(GeneratorRequest request) {
    return new OrderedFloats(request);
  }

  private static double unit(ValueType input) {
    Bound.of(input, Axis.of(ValueType.numeric(18, 0)));
    return input.family() == TypeFamily.FLOAT ? 0 : PowersOfTen.of(Numbers.decimals(input));
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      double low = min;
      double high = max;
      for (int k = 0; k < roles.length; k++) {
        ColumnVector input = cells.input(k);
        if (input.isNull(i)) {
          continue;
        }
        double value = units[k] == 0 ? input.doubleAt(i) : input.longAt(i) / units[k];
        if (roles[k] < 2) {
          low = Math.max(low, roles[k] == 1 ? next(value, 1) : value);
        } else {
          high = Math.min(high, roles[k] == 3 ? next(value, -1) : value);
        }
      }
      out.setDouble(i, drawn(cells.bits(i), low, high));
    }
  }

  private double next(double value, int direction) {
    double to = direction * Double.MAX_VALUE;
    return isFloat4 ? Math.nextAfter((float) value, to) : Math.nextAfter(value, to);
  }

  private double drawn(long bits, double low, double high) {
    boolean hasLow = low > -Double.MAX_VALUE;
    boolean hasHigh = high < Double.MAX_VALUE;
    double from = hasLow ? low : hasHigh ? high - width(high) : 0;
    double to = hasHigh ? high : hasLow ? low + width(low) : NUMBERS;
    if (from >= to) {
      return hasLow ? low : high;
    }
    double value = from + CellRandom.unit(bits) * (to - from);
    double rounded = Math.rint(value * STEPS) / STEPS;
    double nearest = rounded >= from && rounded <= to ? rounded : value;
    if (!isFloat4) {
      return nearest;
    }
    double narrow = (float) nearest;
    return narrow >= from && narrow <= to ? narrow : (float) from >= from ? (float) from : low;
  }

  private static double width(double bound) {
    return Math.max(Math.abs(bound), WIDTH_OF_ZERO);
  }
}
