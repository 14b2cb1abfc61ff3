package io.datalchemy.generator.scalar;

import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One constant in a column's type. */
public sealed interface Scalar {
  /** Sets a row to the constant. */
  void write(ColumnVector out, int i);

  /** A constant held as a long. */
  record OfLong(long value) implements Scalar {
    @Override
    public void write(ColumnVector out, int i) {
      out.setLong(i, value);
    }
  }

  /** A constant held as text. */
  final class OfText implements Scalar {
    private final String text;
    private final byte[] utf8;

    OfText(String text) {
      this.text = text;
      utf8 = text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text itself. */
    public String text() {
      return text;
    }

    @Override
    public void write(ColumnVector out, int i) {
      out.setText(i, utf8);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OfText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /**
   * The constant that a text stands for.
   *
   * @throws IllegalArgumentException if no value of the type looks so; the message has no subject
   */
  static Scalar parse(ValueType type, String text) {
    return switch (type.family()) {
      case BOOLEAN -> new OfLong(truth(text) ? 1 : 0);
      case INTEGER, DECIMAL -> new OfLong(unscaled(type, text));
      case FLOAT -> new OfLong(Double.doubleToRawLongBits(number(text).doubleValue()));
      case DATE -> new OfLong(Moments.day(text));
      case TIME -> new OfLong(Moments.timeMicros(text));
      case TIMESTAMP, TIMESTAMPTZ -> new OfLong(Moments.micros(text));
      case ENUM -> label(type, text);
      default -> fitting(type, text);
    };
  }

  private static boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "on", "1" -> true;
      case "false", "f", "no", "off", "0" -> false;
      default -> throw new IllegalArgumentException("must be true or false, was '" + text + "'");
    };
  }

  private static long unscaled(ValueType type, String text) {
    BigDecimal value = number(text);
    int decimals = Numbers.decimals(type);
    BigDecimal unscaled = value.movePointRight(decimals).stripTrailingZeros();
    if (unscaled.scale() > 0) {
      throw new IllegalArgumentException(
          "must have at most " + decimals + " decimals, was " + text);
    }
    if (unscaled.compareTo(BigDecimal.valueOf(Numbers.largest(type))) > 0
        || unscaled.compareTo(BigDecimal.valueOf(Numbers.smallest(type))) < 0) {
      throw new IllegalArgumentException("must fit " + type.name() + ", was " + text);
    }
    return unscaled.longValueExact();
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a number, was '" + text + "'", e);
    }
  }

  private static Scalar label(ValueType type, String text) {
    if (!type.labels().contains(text)) {
      throw new IllegalArgumentException(
          "must be one of " + type.labels() + ", was '" + text + "'");
    }
    return new OfText(text);
  }

  private static Scalar fitting(ValueType type, String text) {
    int room = type.maxLength().orElse(Integer.MAX_VALUE);
    if (text.codePointCount(0, text.length()) > room) {
      throw new IllegalArgumentException(
          "must have at most " + room + " characters, was '" + text + "'");
    }
    return new OfText(text);
  }
}
