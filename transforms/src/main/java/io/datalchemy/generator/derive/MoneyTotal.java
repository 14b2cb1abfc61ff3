package io.datalchemy.generator.derive;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Price times quantity less a discount, as SQL's numeric computes it; NULL where one of them is.
 *
 * <p>Rounded half away from zero to the column's decimals, and cut to what the column holds.
 */
final class MoneyTotal implements ValueGenerator {
  private final ValueType type;
  private final int inputs;

  private MoneyTotal(ValueType type, int inputs) {
    this.type = type;
    this.inputs = inputs;
  }

  static MoneyTotal generator(GeneratorRequest request) {
    Inputs.require(request, 2, 3);
    for (ValueType input : request.inputTypes()) {
      if (!isNumber(input)) {
        throw new IllegalArgumentException(
            "input_columns: must name columns of numbers, was " + input.name());
      }
    }
    return new MoneyTotal(request.type(), request.inputTypes().size());
  }

  private static boolean isNumber(ValueType type) {
    return switch (type.family()) {
      case INTEGER, DECIMAL, FLOAT -> true;
      default -> false;
    };
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    for (int i = 0; i < cells.size(); i++) {
      if (hasNull(cells, i)) {
        out.setNull(i);
      } else {
        write(total(cells, i), out, i);
      }
    }
  }

  private boolean hasNull(Cells cells, int i) {
    for (int k = 0; k < inputs; k++) {
      if (cells.input(k).isNull(i)) {
        return true;
      }
    }
    return false;
  }

  private BigDecimal total(Cells cells, int i) {
    BigDecimal product = number(cells.input(0), i).multiply(number(cells.input(1), i));
    return inputs == 3 ? product.subtract(number(cells.input(2), i)) : product;
  }

  private static BigDecimal number(ColumnVector input, int i) {
    return input.type().family() == TypeFamily.FLOAT
        ? BigDecimal.valueOf(input.doubleAt(i))
        : BigDecimal.valueOf(input.longAt(i), Numbers.decimals(input.type()));
  }

  private void write(BigDecimal total, ColumnVector out, int i) {
    if (type.family() == TypeFamily.FLOAT) {
      out.setDouble(i, total.doubleValue());
      return;
    }
    BigDecimal unscaled =
        total.movePointRight(Numbers.decimals(type)).setScale(0, RoundingMode.HALF_UP);
    out.setLong(
        i,
        unscaled
            .min(BigDecimal.valueOf(Numbers.largest(type)))
            .max(BigDecimal.valueOf(Numbers.smallest(type)))
            .longValueExact());
  }
}
