package io.datalchemy.generator.document;

/** Sums of digits weighted 2 to 9 and again from the right, and the check digits made of them. */
public final class Modulo11 {
  private static final int WEIGHTS = 8;

  private Modulo11() {}

  /**
   * The weighted sum of a number's digits, leading zeros included.
   *
   * @param place how many digits stand to the right of the number
   */
  public static long sum(long value, int digits, int place) {
    long rest = value;
    long sum = 0;
    for (int k = place; k < place + digits; k++) {
      sum += rest % 10 * (k % WEIGHTS + 2);
      rest /= 10;
    }
    return sum;
  }

  /** 11 less the rest of the sum, from 1 to 11. */
  public static int complement(long sum) {
    return 11 - (int) (sum % 11);
  }

  /** The complement, 0 where it has two digits. */
  public static int digit(long sum) {
    int complement = complement(sum);
    return complement > 9 ? 0 : complement;
  }
}
