package io.datalchemy.expression.parsing;

import io.datalchemy.expression.Expression;
import java.util.Objects;

/** What became of a condition's text: an expression, or the reason why there is none. */
public sealed interface ParsedCondition {

  /** The text was understood. */
  record Parsed(Expression expression) implements ParsedCondition {
    public Parsed {
      Objects.requireNonNull(expression, "expression");
    }
  }

  /** The text was not understood, for a reason in words. */
  record Unsupported(String reason) implements ParsedCondition {
    public Unsupported {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
