package io.datalchemy.generator.brazil;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.distribution.Distributions;
import io.datalchemy.generator.distribution.Scale;
import io.datalchemy.generator.number.LongGenerator;
import io.datalchemy.generator.scalar.LongRange;
import io.datalchemy.vector.ColumnVector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Amounts as Brazilians write them: {@code R$ 1.234,56}. */
final class MoneyText {
  private static final byte[] SYMBOL = "R$ ".getBytes(StandardCharsets.US_ASCII);
  private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");

  private MoneyText() {}

  static LongGenerator generator(GeneratorRequest request, long defaultMin, long defaultMax) {
    Parameters params = request.params();
    BigDecimal min = params.decimal("min").orElse(BigDecimal.valueOf(defaultMin));
    BigDecimal max = params.decimal("max").orElse(min.max(BigDecimal.valueOf(defaultMax)));
    if (min.signum() < 0 || max.compareTo(min) < 0 || max.compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException(
          "min: must be from 0 to max, was " + min + " with max " + max);
    }
    long low = min.movePointRight(2).setScale(0, RoundingMode.CEILING).longValueExact();
    long high = max.movePointRight(2).setScale(0, RoundingMode.FLOOR).longValueExact();
    refuseIfTooLong(high, request.maxChars());
    LongRange range = LongRange.multiples(low, high, 1);
    return LongGenerator.drawn(
        range, MoneyText::write, Distributions.over(range, Scale.number(2), params));
  }

  private static void refuseIfTooLong(long centavos, int room) {
    ColumnVector longest = new ColumnVector(io.datalchemy.type.ValueType.text(), 1);
    write(centavos, longest, 0);
    if (longest.length(0) > room) {
      throw new IllegalArgumentException(
          "max: must be written in " + room + " characters, was " + longest.textAt(0));
    }
  }

  private static void write(long centavos, ColumnVector out, int i) {
    out.begin(i);
    out.put(SYMBOL);
    putThousands(centavos / 100, out);
    out.put(',');
    out.putDigits(centavos % 100, 2);
    out.end(i);
  }

  private static void putThousands(long value, ColumnVector out) {
    if (value < 1000) {
      out.putDigits(value, 1);
      return;
    }
    putThousands(value / 1000, out);
    out.put('.');
    out.putDigits(value % 1000, 3);
  }
}
