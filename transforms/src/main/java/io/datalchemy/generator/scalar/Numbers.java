package io.datalchemy.generator.scalar;

import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;

/** The unscaled numbers that a column of whole or decimal numbers holds. */
public final class Numbers {
  private Numbers() {}

  /** Digits after the point: 0 for INTEGER. */
  public static int decimals(ValueType type) {
    return type.family() == TypeFamily.DECIMAL ? type.decimals() : 0;
  }

  /** The largest unscaled number. */
  public static long largest(ValueType type) {
    return type.family() == TypeFamily.DECIMAL ? type.maxUnscaled() : type.maxInteger();
  }

  /** The smallest unscaled number. */
  public static long smallest(ValueType type) {
    return type.family() == TypeFamily.DECIMAL ? -type.maxUnscaled() : type.minInteger();
  }
}
