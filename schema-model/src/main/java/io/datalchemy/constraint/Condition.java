package io.datalchemy.constraint;

import io.datalchemy.expression.Expression;
import java.util.Objects;

/** A condition that rows must not make false, under the name that people know it by. */
public record Condition(String name, Expression expression) {
  public Condition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(expression, "expression");
  }
}
