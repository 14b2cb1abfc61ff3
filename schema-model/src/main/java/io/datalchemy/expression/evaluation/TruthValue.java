package io.datalchemy.expression.evaluation;

/** SQL's three truth values; a CHECK passes unless it is {@link #FALSE}. */
public enum TruthValue {
  TRUE,
  FALSE,
  UNKNOWN;

  /** The truth value of a nullable boolean. */
  static TruthValue of(Object value) {
    if (value == null) {
      return UNKNOWN;
    }
    return Boolean.TRUE.equals(value) ? TRUE : FALSE;
  }

  /** Whether a CHECK of this truth value lets the row pass. */
  public boolean passes() {
    return this != FALSE;
  }
}
