package io.datalchemy.generator.distribution;

import io.datalchemy.generator.scalar.LongRange;
import io.datalchemy.random.CellRandom;

/**
 * A continuous distribution cut to a range: what lies outside is left out, not moved to the bounds.
 */
final class Continuous implements Distribution {
  private static final double LEAST_SHARE = 1e-9;

  private final Quantile quantile;
  private final double step;
  private final long last;
  private final double below;
  private final double width;

  /**
   * A cut distribution.
   *
   * @param quantile of the distance from the range's first value
   * @throws IllegalArgumentException if next to nothing lies within the range
   */
  Continuous(Quantile quantile, LongRange range) {
    this.quantile = quantile;
    step = range.step();
    last = range.count() - 1;
    below = quantile.shareBelow(0);
    width = quantile.shareBelow(step * (double) range.count()) - below;
    if (!(width > LEAST_SHARE)) {
      throw new IllegalArgumentException(
          "distribution: next to nothing of it lies between min and max; move the one or the other");
    }
  }

  @Override
  public long index(long bits) {
    double share = below + width * CellRandom.unit(bits);
    double place = Math.floor(quantile.at(Math.max(share, Double.MIN_NORMAL)) / step);
    return Math.max(0, Math.min(last, (long) place));
  }
}
