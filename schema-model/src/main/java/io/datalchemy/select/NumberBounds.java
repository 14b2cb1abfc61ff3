package io.datalchemy.select;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The smallest and the largest number to make. */
record NumberBounds(BigDecimal min, BigDecimal max) {

  static NumberBounds parse(String range) {
    String[] bounds = Recipe.bounds(range);
    return new NumberBounds(new BigDecimal(bounds[0]), new BigDecimal(bounds[1]));
  }

  /** The same as parts of one where the type holds no tens, so that it means shares by percent. */
  NumberBounds asShareIfSmall(ValueType type) {
    boolean isSmall =
        type.family() == TypeFamily.DECIMAL
            && type.precision().isPresent()
            && type.precision().get() - type.decimals() < 2;
    return isSmall ? new NumberBounds(min.movePointLeft(2), max.movePointLeft(2)) : this;
  }

  NumberBounds shifted(long by) {
    BigDecimal shift = BigDecimal.valueOf(by);
    return new NumberBounds(min.add(shift), max.add(shift));
  }

  /** The range generator of the type's family within what the type holds, if that is anything. */
  Optional<GeneratorCall> call(ValueType type) {
    NumberBounds within = within(type);
    if (within.min.compareTo(within.max) > 0) {
      return Optional.empty();
    }
    Parameters parameters = with(with(Parameters.none(), "min", within.min), "max", within.max);
    return Optional.of(GeneratorCall.of(generator(type), parameters));
  }

  private static String generator(ValueType type) {
    return switch (type.family()) {
      case INTEGER -> "primitive.int.range";
      case FLOAT -> "primitive.float.range";
      default -> "primitive.decimal.numeric";
    };
  }

  private NumberBounds within(ValueType type) {
    return switch (type.family()) {
      case INTEGER ->
          cut(BigDecimal.valueOf(type.minInteger()), BigDecimal.valueOf(type.maxInteger()), 0);
      case DECIMAL -> {
        BigDecimal most = BigDecimal.valueOf(type.maxUnscaled(), type.decimals());
        BigDecimal unit = BigDecimal.valueOf(type.unit());
        NumberBounds units = new NumberBounds(min.multiply(unit), max.multiply(unit));
        yield units.cut(most.negate(), most, type.decimals());
      }
      default -> this;
    };
  }

  private NumberBounds cut(BigDecimal least, BigDecimal most, int scale) {
    return new NumberBounds(
        min.max(least).setScale(scale, RoundingMode.CEILING),
        max.min(most).setScale(scale, RoundingMode.FLOOR));
  }

  /** The parameters with one more number, whole where it is whole. */
  static Parameters with(Parameters parameters, String name, BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() <= 0
        ? parameters.with(name, plain.longValueExact())
        : parameters.with(name, plain);
  }
}
