package io.datalchemy.generator.scalar;

import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;

/** A value of any type as PostgreSQL's input takes it, without quotes. */
public final class PlainText {
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] UTC = "+00".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SMALLEST =
      Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);

  private PlainText() {}

  /** Appends the value of a row, which is not NULL, to the text that was begun. */
  public static void put(ColumnVector in, int i, ColumnVector out) {
    if (in.type().family().isLong()) {
      putLong(in.type(), in.longAt(i), out);
    } else {
      out.put(in.heap(), in.start(i), in.length(i));
    }
  }

  /** Appends a value that is held as a long. */
  public static void putLong(ValueType type, long value, ColumnVector out) {
    switch (type.family()) {
      case BOOLEAN -> out.put(value == 0 ? FALSE : TRUE);
      case INTEGER -> putDecimal(value, 0, out);
      case DECIMAL -> putDecimal(value, type.decimals(), out);
      case FLOAT -> out.put(floating(type, value).getBytes(StandardCharsets.US_ASCII));
      case DATE -> Moments.putDate(value, out);
      case TIME -> Moments.putTime(value, out);
      case TIMESTAMP -> Moments.putTimestamp(value, out);
      case TIMESTAMPTZ -> {
        Moments.putTimestamp(value, out);
        out.put(UTC);
      }
      default -> throw new IllegalStateException(type.family() + " is not held as a long");
    }
  }

  /** Appends an unscaled number with so many decimals. */
  public static void putDecimal(long unscaled, int decimals, ColumnVector out) {
    if (unscaled == Long.MIN_VALUE) {
      out.put(SMALLEST);
      return;
    }
    long rest = Math.abs(unscaled);
    if (unscaled < 0) {
      out.put('-');
    }
    if (decimals <= 0) {
      out.putDigits(rest, 1);
      return;
    }
    long unit = PowersOfTen.of(decimals);
    out.putDigits(rest / unit, 1);
    out.put('.');
    out.putDigits(rest % unit, decimals);
  }

  private static String floating(ValueType type, long bits) {
    double value = Double.longBitsToDouble(bits);
    return type.name().equals("float4") ? Float.toString((float) value) : Double.toString(value);
  }
}
