package io.datalchemy.generator.number;

import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.generator.scalar.PlainText;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;

/** How a counted long becomes a value of the column. */
@FunctionalInterface
public interface LongWriter {
  /** Sets a row to the value that the long stands for. */
  void write(long value, ColumnVector out, int i);

  /** Longs that the column holds as they are. */
  static LongWriter stored() {
    return (value, out, i) -> out.setLong(i, value);
  }

  /** Unscaled numbers for a column of doubles or floats. */
  static LongWriter floating(ValueType type, int decimals) {
    double unit = PowersOfTen.of(decimals);
    return type.name().equals("float4")
        ? (value, out, i) -> out.setDouble(i, (float) (value / unit))
        : (value, out, i) -> out.setDouble(i, value / unit);
  }

  /** Unscaled numbers as text. */
  static LongWriter numberText(int decimals) {
    return (value, out, i) -> {
      out.begin(i);
      PlainText.putDecimal(value, decimals, out);
      out.end(i);
    };
  }

  /** Days as text. */
  static LongWriter dateText() {
    return (value, out, i) -> {
      out.begin(i);
      Moments.putDate(value, out);
      out.end(i);
    };
  }

  /** Microseconds of the day as text. */
  static LongWriter timeText() {
    return (value, out, i) -> {
      out.begin(i);
      Moments.putTime(value, out);
      out.end(i);
    };
  }

  /** Microseconds since 1970 as text. */
  static LongWriter timestampText() {
    return (value, out, i) -> {
      out.begin(i);
      Moments.putTimestamp(value, out);
      out.end(i);
    };
  }
}
