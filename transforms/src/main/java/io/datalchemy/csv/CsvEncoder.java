package io.datalchemy.csv;

import io.datalchemy.type.CivilDate;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Rows as lines of CSV: UTF-8, comma, NULL as an empty field and the empty string as {@code ""}.
 *
 * <p>A field is quoted when it holds a comma, a quote, CR or LF, is empty, or is the lone {@code
 * \.} that ends the data of a COPY. Lines come without their line break, LF. Stateless.
 */
public final class CsvEncoder {
  private static final long MICROS_PER_SECOND = 1_000_000L;
  private static final long MICROS_PER_DAY = 86_400L * MICROS_PER_SECOND;

  private CsvEncoder() {}

  /** Appends the header line. */
  public static void encodeHeader(List<String> columns, LineBuffer out) {
    for (int c = 0; c < columns.size(); c++) {
      if (c > 0) {
        out.put(',');
      }
      byte[] name = columns.get(c).getBytes(StandardCharsets.UTF_8);
      encodeText(name, 0, name.length, out);
    }
  }

  /** Appends the line of the {@code i}-th row. */
  public static void encode(List<ColumnVector> columns, int i, LineBuffer out) {
    for (int c = 0; c < columns.size(); c++) {
      if (c > 0) {
        out.put(',');
      }
      ColumnVector column = columns.get(c);
      if (!column.isNull(i)) {
        encodeValue(column, i, out);
      }
    }
  }

  /** One value as PostgreSQL reads it, without the quotes of CSV; empty for NULL. */
  public static Optional<String> text(ColumnVector column, int i) {
    if (column.isNull(i)) {
      return Optional.empty();
    }
    LineBuffer out = new LineBuffer();
    if (!column.type().family().isLong()) {
      out.put(column.heap(), column.start(i), column.length(i));
    } else {
      encodeValue(column, i, out);
    }
    return Optional.of(out.text());
  }

  private static void encodeValue(ColumnVector column, int i, LineBuffer out) {
    ValueType type = column.type();
    switch (type.family()) {
      case BOOLEAN -> out.putAscii(column.longAt(i) != 0 ? "true" : "false");
      case INTEGER -> out.putLong(column.longAt(i));
      case DECIMAL -> encodeDecimal(column.longAt(i), type.decimals(), out);
      case FLOAT -> encodeFloat(type, column.doubleAt(i), out);
      case DATE -> encodeDate(column.longAt(i), out);
      case TIME -> encodeTime(column.longAt(i), out);
      case TIMESTAMP -> encodeTimestamp(column.longAt(i), out);
      case TIMESTAMPTZ -> {
        encodeTimestamp(column.longAt(i), out);
        out.putAscii("+00");
      }
      default -> encodeText(column.heap(), column.start(i), column.length(i), out);
    }
  }

  private static void encodeDecimal(long unscaled, int scale, LineBuffer out) {
    if (scale == 0) {
      out.putLong(unscaled);
      return;
    }
    long power = PowersOfTen.of(scale);
    if (unscaled < 0) {
      out.put('-');
    }
    out.putLong(Math.abs(unscaled / power));
    out.put('.');
    out.putDigits(Math.abs(unscaled % power), scale);
  }

  private static void encodeFloat(ValueType type, double value, LineBuffer out) {
    boolean isReal = type.name().equals("float4");
    out.putAscii(isReal ? Float.toString((float) value) : Double.toString(value));
  }

  private static void encodeTimestamp(long micros, LineBuffer out) {
    encodeDate(Math.floorDiv(micros, MICROS_PER_DAY), out);
    out.put(' ');
    encodeTime(Math.floorMod(micros, MICROS_PER_DAY), out);
  }

  private static void encodeTime(long micros, LineBuffer out) {
    long seconds = micros / MICROS_PER_SECOND;
    out.putDigits(seconds / 3600, 2);
    out.put(':');
    out.putDigits(seconds / 60 % 60, 2);
    out.put(':');
    out.putDigits(seconds % 60, 2);
    long fraction = micros % MICROS_PER_SECOND;
    if (fraction != 0) {
      out.put('.');
      out.putDigits(fraction, 6);
    }
  }

  private static void encodeDate(long epochDay, LineBuffer out) {
    long date = CivilDate.ofEpochDay(epochDay);
    out.putDigits(CivilDate.year(date), 4);
    out.put('-');
    out.putDigits(CivilDate.month(date), 2);
    out.put('-');
    out.putDigits(CivilDate.day(date), 2);
  }

  private static void encodeText(byte[] text, int start, int length, LineBuffer out) {
    if (!needsQuotes(text, start, length)) {
      out.put(text, start, length);
      return;
    }
    out.put('"');
    for (int at = start; at < start + length; at++) {
      if (text[at] == '"') {
        out.put('"');
      }
      out.put(text[at]);
    }
    out.put('"');
  }

  private static boolean needsQuotes(byte[] text, int start, int length) {
    if (length == 0 || (length == 2 && text[start] == '\\' && text[start + 1] == '.')) {
      return true;
    }
    for (int at = start; at < start + length; at++) {
      byte b = text[at];
      if (b == ',' || b == '"' || b == '\n' || b == '\r') {
        return true;
      }
    }
    return false;
  }
}
