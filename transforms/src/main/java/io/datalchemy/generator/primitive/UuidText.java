package io.datalchemy.generator.primitive;

import io.datalchemy.generator.text.Piece;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;

/**
 * UUIDs of version 4: 122 random bits when drawn, 2^63 different ones by number.
 *
 * <p>By number, the index goes through a bijection of 64 bits, all of which stand in the UUID's
 * free bits, so that no two indexes give the same.
 */
public final class UuidText implements Piece {
  static final int CHARS = 36;

  private static final byte[] HEX =
      "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0x8000000000000000L;
  private static final long LOW_62 = 0x3FFFFFFFFFFFFFFFL;

  private final boolean hasHyphens;

  public UuidText(boolean hasHyphens) {
    this.hasHyphens = hasHyphens;
  }

  @Override
  public long size() {
    return Long.MAX_VALUE;
  }

  @Override
  public int minChars() {
    return hasHyphens ? CHARS : CHARS - 4;
  }

  @Override
  public int maxChars() {
    return minChars();
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    long mixed = CellRandom.mix(index);
    long upper = (CellRandom.more(mixed, 1) & ~3L) | (mixed >>> 62);
    putBits(upper, mixed, out);
  }

  @Override
  public void draw(long bits, ColumnVector out) {
    putBits(CellRandom.more(bits, 1), bits, out);
  }

  private void putBits(long upper, long lower, ColumnVector out) {
    // The version's four bits are taken out of the middle; the two lowest stay where they are.
    long high = (upper & ~0xF000L) | VERSION_4;
    long low = (lower & LOW_62) | VARIANT;
    putHex(high, 60, 32, out);
    hyphen(out);
    putHex(high, 28, 16, out);
    hyphen(out);
    putHex(high, 12, 0, out);
    hyphen(out);
    putHex(low, 60, 48, out);
    hyphen(out);
    putHex(low, 44, 0, out);
  }

  private void hyphen(ColumnVector out) {
    if (hasHyphens) {
      out.put('-');
    }
  }

  private static void putHex(long value, int from, int to, ColumnVector out) {
    for (int shift = from; shift >= to; shift -= 4) {
      out.put(HEX[(int) (value >>> shift) & 0xF]);
    }
  }
}
