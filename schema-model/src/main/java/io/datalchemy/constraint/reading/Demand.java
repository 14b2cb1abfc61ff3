package io.datalchemy.constraint.reading;

import io.datalchemy.expression.Comparison;

/** What is asked of an expression's truth value. */
public enum Demand {
  TRUE,
  FALSE,
  NOT_TRUE,
  NOT_FALSE;

  /** What is then asked of the operand of a NOT. */
  Demand ofNegation() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case NOT_TRUE -> NOT_FALSE;
      case NOT_FALSE -> NOT_TRUE;
    };
  }

  /** Whether the expression itself, not its opposite, is wanted. */
  boolean isPositive() {
    return this == TRUE || this == NOT_FALSE;
  }

  /** Whether an unknown truth value will do. */
  boolean takesUnknown() {
    return this == NOT_TRUE || this == NOT_FALSE;
  }

  /** The comparison that must hold of values that are not NULL. */
  Comparison of(Comparison comparison) {
    return isPositive() ? comparison : comparison.negated();
  }
}
