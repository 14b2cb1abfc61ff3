package io.datalchemy.generator.derive;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;

/**
 * A child's share of its parent's amount: all alike, and what cannot be parted evenly goes to the
 * first, a smallest unit each, so that the shares of all children add up to the amount.
 *
 * <p>Its inputs are the parent's amount, how many children it has, and the child's number, from 1.
 * NULL where one of them is.
 */
final class ShareOfParent implements ValueGenerator {
  private static final int INPUTS = 3;

  /** Of a call that is checked before the parent's columns are known. */
  private static final int NAMED_INPUTS = 2;

  private final ValueType type;
  private final long unit;

  private ShareOfParent(GeneratorRequest request) {
    type = request.type();
    ValueType amount = request.inputTypes().get(0);
    int missing = Numbers.decimals(type) - Numbers.decimals(amount);
    if (missing < 0) {
      throw new IllegalArgumentException(
          "type: must have the decimals of the parent's amount, "
              + Numbers.decimals(amount)
              + ", has "
              + Numbers.decimals(type));
    }
    unit = PowersOfTen.of(missing);
  }

  static ShareOfParent generator(GeneratorRequest request) {
    Inputs.require(request, NAMED_INPUTS, INPUTS);
    for (ValueType input : request.inputTypes()) {
      if (input.family() != TypeFamily.INTEGER && input.family() != TypeFamily.DECIMAL) {
        throw new IllegalArgumentException(
            "input_columns: must name columns of whole numbers or decimals, was " + input.name());
      }
    }
    return new ShareOfParent(request);
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.input(0).isNull(i) || cells.input(1).isNull(i) || cells.input(2).isNull(i)) {
        out.setNull(i);
      } else {
        long parts = Math.max(1, whole(cells.input(1), i));
        out.setLong(i, share(cells.input(0).longAt(i), parts, whole(cells.input(2), i)));
      }
    }
  }

  private long share(long amount, long parts, long number) {
    long even = Math.floorDiv(amount * unit, parts);
    long rest = amount * unit - even * parts;
    long share = number <= rest ? even + 1 : even;
    return Math.max(Numbers.smallest(type), Math.min(Numbers.largest(type), share));
  }

  private static long whole(ColumnVector input, int i) {
    return input.longAt(i) / PowersOfTen.of(Numbers.decimals(input.type()));
  }
}
