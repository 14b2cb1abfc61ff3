package io.datalchemy.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of output lines, growing as needed and reused. Not thread-safe. */
public final class LineBuffer {
  private byte[] bytes = new byte[1 << 12];
  private int length;

  /** Forgets what was written, keeping the room. */
  public void clear() {
    length = 0;
  }

  /** How many bytes were written. */
  public int length() {
    return length;
  }

  /** The bytes, of which the first {@link #length} count; changes when more is written. */
  public byte[] array() {
    return bytes;
  }

  /** What was written, as text. */
  public String text() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** Appends a byte. */
  void put(int b) {
    ensure(1);
    bytes[length++] = (byte) b;
  }

  /** Appends bytes. */
  void put(byte[] source, int offset, int count) {
    ensure(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }

  /** Appends characters that are all ASCII. */
  void putAscii(String ascii) {
    ensure(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
  }

  /** Appends a whole number, with its sign. */
  void putLong(long value) {
    if (value == Long.MIN_VALUE) {
      putAscii("-9223372036854775808");
      return;
    }
    if (value < 0) {
      put('-');
    }
    long rest = Math.abs(value);
    putDigits(rest, digits(rest));
  }

  /** Appends so many decimal digits of a number that is not negative, zeros in front. */
  void putDigits(long value, int width) {
    ensure(width);
    long rest = value;
    for (int at = length + width - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += width;
  }

  /** How many decimal digits a number has that is not negative. */
  static int digits(long value) {
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
