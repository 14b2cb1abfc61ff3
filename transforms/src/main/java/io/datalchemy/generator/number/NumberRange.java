package io.datalchemy.generator.number;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.distribution.Distributions;
import io.datalchemy.generator.distribution.Scale;
import io.datalchemy.generator.scalar.LongRange;
import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The parameters {@code min}, {@code max} and {@code scale} as a range in a column's own units.
 *
 * <p>Bounds beyond what the column holds are cut to it. A default bound gives way to one that was
 * given: the range is then as wide as the default one.
 */
public final class NumberRange {
  private static final int FLOAT_DECIMALS = 4;
  private static final int MOST_FLOAT_DECIMALS = 12;
  private static final long MIN_FLOAT_STEPS = 1000;
  private static final long DOUBLE_INTEGERS = 1L << 53;
  private static final long FLOAT_INTEGERS = 1L << 24;
  private static final int MAX_DIGITS = 18;
  private static final int TEXT_DECIMALS = 2;

  private final ValueType type;
  private final BigDecimal min;
  private final BigDecimal max;
  private final int room;
  private final Parameters params;

  private NumberRange(GeneratorRequest request, BigDecimal defaultMin, BigDecimal defaultMax) {
    params = request.params();
    type = request.type();
    room = Math.min(MAX_DIGITS, request.maxChars());
    BigDecimal width = defaultMax.subtract(defaultMin);
    BigDecimal low = params.decimal("min").orElse(defaultMin);
    BigDecimal high = params.decimal("max").orElse(defaultMax);
    boolean isEmpty = low.compareTo(high) > 0;
    min = isEmpty && !params.has("min") ? high.subtract(width) : low;
    max = isEmpty && !params.has("max") ? low.add(width) : high;
    if (min.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "min: must not be above max, was "
              + min.toPlainString()
              + " with max "
              + max.toPlainString());
    }
  }

  /** Whole numbers. */
  public static LongGenerator whole(GeneratorRequest request, long defaultMin, long defaultMax) {
    return new NumberRange(request, BigDecimal.valueOf(defaultMin), BigDecimal.valueOf(defaultMax))
        .generator(0);
  }

  /** Numbers with the decimals of the column, of the parameter {@code scale} if there are fewer. */
  public static LongGenerator decimal(GeneratorRequest request, long defaultMin, long defaultMax) {
    int scale = Math.toIntExact(request.params().integer("scale").orElse(-1L));
    if (request.params().has("scale") && (scale < 0 || scale > MAX_DIGITS)) {
      throw new IllegalArgumentException("scale: must be from 0 to 18, was " + scale);
    }
    return new NumberRange(request, BigDecimal.valueOf(defaultMin), BigDecimal.valueOf(defaultMax))
        .generator(scale);
  }

  private LongGenerator generator(int scale) {
    if (type.family() == TypeFamily.FLOAT) {
      return floating(scale);
    }
    int columnDecimals =
        type.family() == TypeFamily.TEXT ? textDecimals(scale) : Numbers.decimals(type);
    return generatorOf(
        columnDecimals, scale < 0 ? columnDecimals : Math.min(scale, columnDecimals));
  }

  /** As many as asked for or 2, of which the shortest number, {@code 0.00}, fits the column. */
  private int textDecimals(int scale) {
    if (scale > 0 && scale + 2 > room) {
      throw new IllegalArgumentException(
          "scale: must leave room for a digit in " + room + " characters, was " + scale);
    }
    return scale >= 0 ? scale : Math.max(0, Math.min(TEXT_DECIMALS, room - 2));
  }

  private LongGenerator generatorOf(int columnDecimals, int decimals) {
    long step = PowersOfTen.of(columnDecimals - decimals) * unit();
    LongWriter writer =
        type.family() == TypeFamily.TEXT
            ? LongWriter.numberText(columnDecimals)
            : LongWriter.stored();
    return drawn(
        range(columnDecimals, step, smallest(columnDecimals), largest(columnDecimals)),
        columnDecimals,
        writer);
  }

  private LongGenerator drawn(LongRange range, int decimals, LongWriter writer) {
    return LongGenerator.drawn(
        range, writer, Distributions.over(range, Scale.number(decimals), params));
  }

  private long unit() {
    return type.family() == TypeFamily.DECIMAL ? type.unit() : 1;
  }

  private long largest(int decimals) {
    if (type.family() != TypeFamily.TEXT) {
      return Numbers.largest(type);
    }
    int digits = room - (decimals == 0 ? 0 : 1);
    return digits < 1 ? 0 : PowersOfTen.of(digits) - 1;
  }

  private long smallest(int decimals) {
    if (type.family() != TypeFamily.TEXT) {
      return Numbers.smallest(type);
    }
    int digits = room - 1 - (decimals == 0 ? 0 : 1);
    return digits < 1 ? 0 : 1 - PowersOfTen.of(digits);
  }

  private LongGenerator floating(int scale) {
    long limit = type.name().equals("float4") ? FLOAT_INTEGERS : DOUBLE_INTEGERS;
    BigDecimal size = min.abs().max(max.abs());
    int decimals =
        scale >= 0 ? scale : Math.max(FLOAT_DECIMALS, Math.max(min.scale(), max.scale()));
    while (decimals > 0 && exceeds(size, decimals, limit)) {
      decimals--;
    }
    while (scale < 0 && decimals < MOST_FLOAT_DECIMALS && isCoarse(size, decimals, limit)) {
      decimals++;
    }
    long step = 1;
    while (size.compareTo(BigDecimal.valueOf(limit).multiply(BigDecimal.valueOf(step))) > 0) {
      if (step > Long.MAX_VALUE / 10) {
        throw new IllegalArgumentException(
            "min: must lie within 18 digits of what "
                + type.name()
                + " counts exactly, was "
                + min.toEngineeringString()
                + " with max "
                + max.toEngineeringString());
      }
      step *= 10;
    }
    return drawn(
        range(decimals, step, -Long.MAX_VALUE, Long.MAX_VALUE),
        decimals,
        LongWriter.floating(type, decimals));
  }

  private boolean isCoarse(BigDecimal size, int decimals, long limit) {
    BigDecimal steps = max.subtract(min).movePointRight(decimals);
    return steps.compareTo(BigDecimal.valueOf(MIN_FLOAT_STEPS)) < 0
        && !exceeds(size, decimals + 1, limit);
  }

  private static boolean exceeds(BigDecimal size, int decimals, long limit) {
    return size.movePointRight(decimals).compareTo(BigDecimal.valueOf(limit)) > 0;
  }

  private LongRange range(int decimals, long step, long smallest, long largest) {
    BigDecimal bottom = BigDecimal.valueOf(smallest);
    BigDecimal top = BigDecimal.valueOf(largest);
    BigDecimal low = min.movePointRight(decimals).setScale(0, RoundingMode.CEILING).max(bottom);
    BigDecimal high = max.movePointRight(decimals).setScale(0, RoundingMode.FLOOR).min(top);
    if (low.compareTo(high) > 0
        || !LongRange.hasMultiple(low.longValueExact(), high.longValueExact(), step)) {
      throw new IllegalArgumentException(
          "min: no "
              + type.name()
              + " lies between min "
              + min.toPlainString()
              + " and max "
              + max.toPlainString());
    }
    return LongRange.multiples(low.longValueExact(), high.longValueExact(), step);
  }
}
