package io.datalchemy.random;

/**
 * A keyed bijection of the numbers below a size: uniqueness without memory.
 *
 * <p>A Feistel network over the fewest bits that hold the size, its halves unequal where the bits
 * are odd, walked until the result is below the size again (Black and Rogaway, "Ciphers with
 * Arbitrary Finite Domains", CT-RSA 2002, the cycle-walking cipher); fewer than two walks on
 * average.
 */
public final class Permutation {
  private static final int ROUNDS = 6;
  private static final long ROUND_GAMMA = 0x9E3779B97F4A7C15L;

  private Permutation() {}

  /**
   * The image of {@code index} under the bijection of {@code key}.
   *
   * @param size at least 1
   * @param index from 0 to {@code size} - 1
   */
  public static long apply(long key, long size, long index) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(size - 1);
    if (bits < 2) {
      return size == 2 ? index ^ (CellRandom.mix(key) & 1) : index;
    }
    int lowBits = bits / 2;
    int highBits = bits - lowBits;
    long value = index;
    do {
      value = encipher(key, value, lowBits, highBits);
    } while (value >= size);
    return value;
  }

  private static long encipher(long key, long value, int lowBits, int highBits) {
    long lowMask = (1L << lowBits) - 1;
    long highMask = (1L << highBits) - 1;
    long high = value >>> lowBits;
    long low = value & lowMask;
    long roundKey = key;
    for (int round = 0; round < ROUNDS; round += 2) {
      roundKey += ROUND_GAMMA;
      high ^= CellRandom.mix(roundKey ^ low) & highMask;
      roundKey += ROUND_GAMMA;
      low ^= CellRandom.mix(roundKey ^ high) & lowMask;
    }
    return high << lowBits | low;
  }
}
