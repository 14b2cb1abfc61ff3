package io.datalchemy.random;

import java.nio.charset.StandardCharsets;

/**
 * The value function's source of bits: a stateless, counter-based mix of key, row and draw.
 *
 * <p>A key is made of the plan's seed and of names, never of positions, so that a cell's bits stay
 * when tables or columns are added around it. The mix is the finaliser of SplitMix64 (Steele, Lea
 * and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014, in Stafford's variant
 * 13), applied once for the row and once more for the draw.
 */
public final class CellRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long DRAW_GAMMA = 0xD1B54A32D192ED03L;

  private CellRandom() {}

  /** The key of a stream: the seed and the names that the stream belongs to, in order. */
  public static long key(long seed, String... names) {
    long key = mix(seed + GOLDEN_GAMMA);
    for (String name : names) {
      key = mix(key ^ hash(name)) + GOLDEN_GAMMA;
    }
    return mix(key);
  }

  /** The 64 bits of a cell at its first draw. */
  public static long bits(long key, long row) {
    return mix(mix(key + row * GOLDEN_GAMMA) ^ key);
  }

  /** The 64 bits of a cell at a draw; draw 0 is {@link #bits(long, long)}. */
  public static long bits(long key, long row, int draw) {
    long first = bits(key, row);
    return draw == 0 ? first : mix(first + draw * DRAW_GAMMA);
  }

  /** More bits for the same cell: the {@code k}-th word after its first, from 1. */
  public static long more(long bits, int k) {
    return mix(bits + k * GOLDEN_GAMMA);
  }

  /** A number from 0 to {@code bound} - 1, as even as 64 bits allow; the bound is at least 1. */
  public static long below(long bits, long bound) {
    return unsignedMultiplyHigh(bits, bound);
  }

  /** A number from 0 inclusive to 1 exclusive, with 53 random bits. */
  public static double unit(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }

  /** Stafford's variant 13 of the 64-bit finaliser: a bijection over all longs. */
  public static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static long unsignedMultiplyHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }

  private static long hash(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    long hash = utf8.length;
    for (byte b : utf8) {
      hash = mix(hash ^ (b & 0xFF)) + GOLDEN_GAMMA;
    }
    return hash;
  }
}
