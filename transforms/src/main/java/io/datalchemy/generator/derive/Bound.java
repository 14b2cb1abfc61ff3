package io.datalchemy.generator.derive;

import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;

/**
 * How a value of one column bounds the values of another, in the other's units and exactly.
 *
 * @param times what an input unit is in output units, or 1 if it is smaller
 * @param parts what an output unit is in input units, or 1 if it is smaller
 */
record Bound(boolean isFloat, double scale, long times, long parts) {

  /** The bound that {@code input} sets to {@code output}. */
  static Bound of(ValueType input, Axis output) {
    if (Axis.of(input).kind() != output.kind()) {
      throw new IllegalArgumentException(
          "type: " + output.type().name() + " cannot be ordered with " + input.name());
    }
    int outputDecimals = Numbers.decimals(output.type());
    if (input.family() == TypeFamily.FLOAT) {
      return new Bound(true, PowersOfTen.of(outputDecimals), 1, 1);
    }
    if (output.kind() == Axis.Kind.NUMBER) {
      int shift = outputDecimals - Numbers.decimals(input);
      return ratio(PowersOfTen.of(Math.max(0, shift)), PowersOfTen.of(Math.max(0, -shift)));
    }
    boolean fromDate = input.family() == TypeFamily.DATE;
    boolean toDate = output.type().family() == TypeFamily.DATE;
    return ratio(
        fromDate && !toDate ? Moments.MICROS_PER_DAY : 1,
        toDate && !fromDate ? Moments.MICROS_PER_DAY : 1);
  }

  private static Bound ratio(long times, long parts) {
    return new Bound(false, 0, times, parts);
  }

  /** The smallest output value that is not below the input; above it, if {@code strictly}. */
  long from(ColumnVector input, int i, boolean strictly) {
    if (isFloat) {
      double units = input.doubleAt(i) * scale;
      return (long) (strictly ? Math.floor(units) + 1 : Math.ceil(units));
    }
    long value = input.longAt(i);
    if (parts > 1) {
      return strictly ? Math.floorDiv(value, parts) + 1 : -Math.floorDiv(-value, parts);
    }
    return saturating(value) + (strictly ? 1 : 0);
  }

  /** The largest output value that is not above the input; below it, if {@code strictly}. */
  long to(ColumnVector input, int i, boolean strictly) {
    if (isFloat) {
      double units = input.doubleAt(i) * scale;
      return (long) (strictly ? Math.ceil(units) - 1 : Math.floor(units));
    }
    long value = input.longAt(i);
    if (parts > 1) {
      return strictly ? -Math.floorDiv(-value, parts) - 1 : Math.floorDiv(value, parts);
    }
    return saturating(value) - (strictly ? 1 : 0);
  }

  private long saturating(long value) {
    long limit = Long.MAX_VALUE / 2;
    if (Math.multiplyHigh(value, times) == (value * times) >> 63) {
      return Math.max(-limit, Math.min(limit, value * times));
    }
    return value < 0 ? -limit : limit;
  }
}
