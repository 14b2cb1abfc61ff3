package io.datalchemy.random;

/**
 * Ranks in proportion to {@code (rank + 1)^-exponent}, by rejection-inversion: W. Hörmann and G.
 * Derflinger, "Rejection-inversion to generate variates from monotone discrete distributions", ACM
 * TOMACS 6 (1996). Constant time for any count; the arithmetic is the same on every machine.
 */
public final class ZipfRanks {
  /** More than nine draws in ten are accepted, so this many rejections do not happen. */
  private static final int MAX_DRAWS = 200;

  private static final double NEARLY_NOTHING = 1e-8;

  private final double exponent;
  private final long count;
  private final double areaAtFirst;
  private final double areaAtLast;
  private final double sureWithin;

  /** Ranks for an exponent of 0 or more and a count of at least 1. */
  public ZipfRanks(double exponent, long count) {
    this.exponent = exponent;
    this.count = count;
    areaAtFirst = area(1.5) - 1;
    areaAtLast = area((double) count + 0.5);
    sureWithin = 2 - areaInverse(area(2.5) - density(2));
  }

  /** A rank from 0 to the count - 1. */
  public long rank(long bits) {
    for (int draw = 0; draw < MAX_DRAWS; draw++) {
      long word = draw == 0 ? bits : CellRandom.more(bits, draw);
      double at = areaAtLast + CellRandom.unit(word) * (areaAtFirst - areaAtLast);
      double x = areaInverse(at);
      long k = Math.max(1, Math.min(count, (long) (x + 0.5)));
      if ((double) k - x <= sureWithin || at >= area((double) k + 0.5) - density((double) k)) {
        return k - 1;
      }
    }
    return 0;
  }

  private double density(double x) {
    return StrictMath.exp(-exponent * StrictMath.log(x));
  }

  /**
   * The integral of the density from 1 to x: {@code (x^(1-s) - 1) / (1 - s)}, the log if s is 1.
   */
  private double area(double x) {
    double log = StrictMath.log(x);
    double power = (1 - exponent) * log;
    double ratio =
        Math.abs(power) > NEARLY_NOTHING ? StrictMath.expm1(power) / power : 1 + power / 2;
    return ratio * log;
  }

  private double areaInverse(double area) {
    double grown = Math.max(-1, area * (1 - exponent));
    double ratio =
        Math.abs(grown) > NEARLY_NOTHING ? StrictMath.log1p(grown) / grown : 1 - grown / 2;
    return StrictMath.exp(ratio * area);
  }
}
