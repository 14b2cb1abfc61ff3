package io.datalchemy.generator.distribution;

/**
 * The quantile of the standard normal distribution: M. J. Wichura, "Algorithm AS 241: The
 * percentage points of the normal distribution", Applied Statistics 37 (1988), about 16 digits. The
 * same on every machine.
 */
final class NormalQuantile {
  private static final double MIDDLE = 0.425;
  private static final double MIDDLE_SQUARED = 0.180625;
  private static final double NEAR_TAIL = 5;
  private static final double NEAR_TAIL_SHIFT = 1.6;

  private static final double[] MIDDLE_TOP = {
    3.3871328727963665,
    133.14166789178438,
    1971.5909503065513,
    13731.69376550946,
    45921.95393154987,
    67265.7709270087,
    33430.57558358813,
    2509.0809287301227
  };
  private static final double[] MIDDLE_BOTTOM = {
    1.0,
    42.31333070160091,
    687.1870074920579,
    5394.196021424751,
    21213.794301586597,
    39307.89580009271,
    28729.085735721943,
    5226.495278852854
  };
  private static final double[] NEAR_TOP = {
    1.4234371107496835,
    4.630337846156546,
    5.769497221460691,
    3.6478483247632045,
    1.2704582524523684,
    0.2417807251774506,
    0.022723844989269184,
    0.0007745450142783414
  };
  private static final double[] NEAR_BOTTOM = {
    1.0,
    2.053191626637759,
    1.6763848301838038,
    0.6897673349851,
    0.14810397642748008,
    0.015198666563616457,
    0.0005475938084995345,
    1.0507500716444169e-9
  };
  private static final double[] FAR_TOP = {
    6.657904643501103,
    5.463784911164114,
    1.7848265399172913,
    0.29656057182850487,
    0.026532189526576124,
    0.0012426609473880784,
    2.7115555687434876e-5,
    2.0103343992922881e-7
  };
  private static final double[] FAR_BOTTOM = {
    1.0,
    0.599832206555888,
    0.1369298809227358,
    0.014875361290850615,
    0.0007868691311456133,
    1.8463183175100548e-5,
    1.421511758316446e-7,
    2.0442631033899397e-15
  };

  private NormalQuantile() {}

  /** The quantile of a share above 0 and below 1. */
  static double at(double share) {
    double q = share - 0.5;
    if (Math.abs(q) <= MIDDLE) {
      double r = MIDDLE_SQUARED - q * q;
      return q * polynomial(MIDDLE_TOP, r) / polynomial(MIDDLE_BOTTOM, r);
    }
    double tail = Math.sqrt(-StrictMath.log(q < 0 ? share : 1 - share));
    double z =
        tail <= NEAR_TAIL
            ? ratio(NEAR_TOP, NEAR_BOTTOM, tail - NEAR_TAIL_SHIFT)
            : ratio(FAR_TOP, FAR_BOTTOM, tail - NEAR_TAIL);
    return q < 0 ? -z : z;
  }

  private static double ratio(double[] top, double[] bottom, double r) {
    return polynomial(top, r) / polynomial(bottom, r);
  }

  private static double polynomial(double[] coefficients, double r) {
    double sum = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      sum = sum * r + coefficients[k];
    }
    return sum;
  }
}
