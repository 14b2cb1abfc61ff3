package io.datalchemy.generator.derive;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.generator.scalar.PlainText;
import io.datalchemy.generator.text.Utf8;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The value of another column, cast to this one's type; NULL where that is NULL.
 *
 * <p>Numbers are rounded half away from zero and cut to what the column holds, text to its length.
 */
final class SameGenerator implements ValueGenerator {
  private final Cast cast;

  private SameGenerator(Cast cast) {
    this.cast = cast;
  }

  static SameGenerator generator(GeneratorRequest request) {
    Inputs.require(request, 1, 1);
    ValueType input = request.inputTypes().get(0);
    ValueType type = request.type();
    if (type.family() == TypeFamily.TEXT) {
      return new SameGenerator(asText(request.maxChars()));
    }
    if (isNumber(input) && isNumber(type)) {
      return new SameGenerator((in, out, i) -> castNumber(in, out, i, type));
    }
    if (isMoment(input) && isMoment(type)) {
      return new SameGenerator((in, out, i) -> castMoment(in, out, i, type));
    }
    boolean isText = input.family() == TypeFamily.TEXT && !type.family().isLong();
    if (input.family() != type.family() && !isText) {
      throw new IllegalArgumentException(
          "input_columns: " + input.name() + " cannot be copied to " + type.name());
    }
    return new SameGenerator((in, out, i) -> out.copyFrom(in, i, i));
  }

  private static boolean isNumber(ValueType type) {
    return switch (type.family()) {
      case INTEGER, DECIMAL, FLOAT -> true;
      default -> false;
    };
  }

  private static boolean isMoment(ValueType type) {
    return switch (type.family()) {
      case DATE, TIMESTAMP, TIMESTAMPTZ -> true;
      default -> false;
    };
  }

  private static Cast asText(int room) {
    return (in, out, i) -> {
      out.begin(i);
      if (in.type().family().isLong()) {
        PlainText.put(in, i, out);
      } else {
        out.put(in.heap(), in.start(i), Utf8.prefix(in.heap(), in.start(i), in.length(i), room));
      }
      out.end(i);
    };
  }

  private static void castNumber(ColumnVector in, ColumnVector out, int i, ValueType type) {
    BigDecimal value =
        in.type().family() == TypeFamily.FLOAT
            ? BigDecimal.valueOf(in.doubleAt(i))
            : BigDecimal.valueOf(in.longAt(i), Numbers.decimals(in.type()));
    if (type.family() == TypeFamily.FLOAT) {
      out.setDouble(i, value.doubleValue());
      return;
    }
    out.setLong(
        i,
        value
            .movePointRight(Numbers.decimals(type))
            .setScale(0, RoundingMode.HALF_UP)
            .min(BigDecimal.valueOf(Numbers.largest(type)))
            .max(BigDecimal.valueOf(Numbers.smallest(type)))
            .longValueExact());
  }

  private static void castMoment(ColumnVector in, ColumnVector out, int i, ValueType type) {
    boolean fromDate = in.type().family() == TypeFamily.DATE;
    boolean toDate = type.family() == TypeFamily.DATE;
    long value = in.longAt(i);
    if (fromDate == toDate) {
      out.setLong(i, value);
    } else if (toDate) {
      out.setLong(i, Math.floorDiv(value, Moments.MICROS_PER_DAY));
    } else {
      out.setLong(i, value * Moments.MICROS_PER_DAY);
    }
  }

  @Override
  public void fill(Cells cells, ColumnVector out) {
    ColumnVector input = cells.input(0);
    for (int i = 0; i < cells.size(); i++) {
      if (input.isNull(i)) {
        out.setNull(i);
      } else {
        cast.write(input, out, i);
      }
    }
  }

  @FunctionalInterface
  private interface Cast {
    void write(ColumnVector in, ColumnVector out, int i);
  }
}
