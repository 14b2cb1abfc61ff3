package io.datalchemy.generator.distribution;

/** The value below which a share of a continuous distribution lies; rises with the share. */
@FunctionalInterface
interface Quantile {
  /** Enough halvings for every bit of a double's fraction, and the tails besides. */
  int HALVINGS = 80;

  /** The value for a share above 0 and below 1. */
  double at(double share);

  /** A normal distribution. */
  static Quantile normal(double mean, double deviation) {
    return share -> mean + deviation * NormalQuantile.at(share);
  }

  /** What lies above an origin is lognormal: half of it within {@code median}. */
  static Quantile lognormal(double origin, double median, double sigma) {
    return share -> origin + median * StrictMath.exp(sigma * NormalQuantile.at(share));
  }

  /** What lies above an origin falls off, with that mean. */
  static Quantile exponential(double origin, double mean) {
    return share -> origin - mean * StrictMath.log1p(-share);
  }

  /** The share that lies below a value, by halving: the exact inverse of {@link #at}. */
  default double shareBelow(double value) {
    double low = 0;
    double high = 1;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (low + high) / 2;
      if (middle <= 0 || middle >= 1) {
        break;
      }
      if (at(middle) < value) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
