package io.datalchemy.generator.entity;

import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.Objects;

/**
 * What one column tells of a record.
 *
 * @param numbers how many values can follow from a number of their row, each another; 0 for none
 */
record Part(long numbers, Writer writer) {
  Part {
    Objects.requireNonNull(writer, "writer");
  }

  /** Writes the value of a cell. */
  @FunctionalInterface
  interface Writer {
    void write(Facts facts, ColumnVector out, int i);
  }

  /** Appends the text of a cell. */
  @FunctionalInterface
  interface TextWriter {
    void put(Facts facts, ColumnVector out);
  }

  /** The number of a cell. */
  @FunctionalInterface
  interface Figure {
    long of(Facts facts);
  }

  /** A text that may repeat. */
  static Part text(TextWriter text) {
    return numbered(0, text);
  }

  /** A text that can be told from others by the number of its row. */
  static Part numbered(long numbers, TextWriter text) {
    return new Part(
        numbers,
        (facts, out, i) -> {
          out.begin(i);
          text.put(facts, out);
          out.end(i);
        });
  }

  /**
   * A number, as a text of so many digits at least or as the column's type holds it.
   *
   * @throws IllegalArgumentException if the type cannot hold the most that it may be
   */
  static Part number(ValueType type, int width, long most, Figure number) {
    if (type.family() == TypeFamily.INTEGER) {
      if (type.maxInteger() < most) {
        throw new IllegalArgumentException("type: must hold " + most + ", was " + type.name());
      }
      return new Part(0, (facts, out, i) -> out.setLong(i, number.of(facts)));
    }
    return text((facts, out) -> out.putDigits(number.of(facts), width));
  }

  /**
   * Degrees in hundred-thousandths, as the column's type holds them.
   *
   * @throws IllegalArgumentException if the type cannot hold two digits before the point
   */
  static Part degrees(ValueType type, Figure number) {
    boolean isDecimal = type.family() == TypeFamily.DECIMAL;
    if (isDecimal && (type.decimals() < 0 || type.maxUnscaled() < most(type))) {
      throw new IllegalArgumentException(
          "type: must hold two digits before the point, was " + type.name());
    }
    return switch (type.family()) {
      case FLOAT -> new Part(0, (facts, out, i) -> out.setDouble(i, number.of(facts) / 100_000.0));
      case DECIMAL ->
          new Part(
              0, (facts, out, i) -> out.setLong(i, rescaled(number.of(facts), type.decimals())));
      default ->
          text(
              (facts, out) -> {
                long value = number.of(facts);
                if (value < 0) {
                  out.put('-');
                }
                out.putDigits(Math.abs(value) / 100_000, 1);
                out.put('.');
                out.putDigits(Math.abs(value) % 100_000, 5);
              });
    };
  }

  private static long most(ValueType type) {
    return Math.multiplyExact(99, PowersOfTen.of(type.decimals()));
  }

  private static long rescaled(long value, int decimals) {
    return decimals >= 5
        ? value * PowersOfTen.of(decimals - 5)
        : value / PowersOfTen.of(5 - decimals);
  }
}
