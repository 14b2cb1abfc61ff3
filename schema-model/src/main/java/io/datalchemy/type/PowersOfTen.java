package io.datalchemy.type;

/** Ten to the powers that a long holds: what units of decimals and fractions are. */
public final class PowersOfTen {
  private static final long[] POWERS = new long[19];

  static {
    POWERS[0] = 1;
    for (int exponent = 1; exponent < POWERS.length; exponent++) {
      POWERS[exponent] = POWERS[exponent - 1] * 10;
    }
  }

  private PowersOfTen() {}

  /**
   * Ten to a power; one for a power below 0.
   *
   * @throws ArithmeticException if the power is above 18, which a long does not hold
   */
  public static long of(int exponent) {
    if (exponent >= POWERS.length) {
      throw new ArithmeticException("ten to the power of " + exponent + " overflows a long");
    }
    return POWERS[Math.max(0, exponent)];
  }
}
