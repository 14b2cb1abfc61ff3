package io.datalchemy.generator.text;

import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;

/**
 * Bytes in hexadecimal digits, of every number of bytes between two.
 *
 * <p>By number, bytes are spelled as texts of an alphabet of 256 are.
 */
public final class HexText implements Piece {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int SPELLING = Long.BYTES;

  private final int min;
  private final int max;

  /** Bytes of every number between two. */
  public HexText(int min, int max) {
    this.min = min;
    this.max = max;
  }

  /** One hexadecimal digit pair. */
  public static Piece oneByte() {
    return new HexText(1, 1);
  }

  /** Four hexadecimal digits of which the first is not 0, as IPv6 prints a group. */
  public static Piece group() {
    int[] notZero = "123456789abcdef".codePoints().toArray();
    return Sequence.of(
        new CharsetText(notZero, 1, 1),
        new CharsetText("0123456789abcdef".codePoints().toArray(), 3, 3));
  }

  @Override
  public long size() {
    if (max >= SPELLING) {
      return Long.MAX_VALUE;
    }
    long sum = 0;
    for (int length = min; length <= max; length++) {
      sum += 1L << (Byte.SIZE * length);
    }
    return sum;
  }

  @Override
  public int minChars() {
    return 2 * min;
  }

  @Override
  public int maxChars() {
    return 2 * max;
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    if (max >= SPELLING) {
      long mixed = CellRandom.mix(index);
      int from = Math.max(min, SPELLING);
      putRandom(mixed, from - SPELLING + (int) CellRandom.below(mixed, max - from + 1L), out);
      putBytes(mixed, SPELLING, out);
      return;
    }
    long rest = index;
    int length = min;
    for (; rest >= 1L << (Byte.SIZE * length); length++) {
      rest -= 1L << (Byte.SIZE * length);
    }
    putBytes(rest, length, out);
  }

  @Override
  public void draw(long bits, ColumnVector out) {
    putRandom(CellRandom.more(bits, 1), min + (int) CellRandom.below(bits, max - min + 1L), out);
  }

  private static void putRandom(long bits, int length, ColumnVector out) {
    for (int done = 0; done < length; done += Long.BYTES) {
      putBytes(CellRandom.more(bits, done + 1), Math.min(Long.BYTES, length - done), out);
    }
  }

  private static void putBytes(long value, int length, ColumnVector out) {
    for (int shift = Byte.SIZE * length - 4; shift >= 0; shift -= 4) {
      out.put(DIGITS[(int) (value >>> shift) & 0xF]);
    }
  }
}
