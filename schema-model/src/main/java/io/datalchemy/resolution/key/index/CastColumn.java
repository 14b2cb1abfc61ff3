package io.datalchemy.resolution.key.index;

import io.datalchemy.expression.Expression;
import java.util.Optional;

/** The column that stands under the casts of an expression. */
public final class CastColumn {
  private CastColumn() {}

  /** The column that an expression is, but for casts. */
  public static Optional<String> columnUnderCasts(Expression expression) {
    if (expression instanceof Expression.Cast cast) {
      return columnUnderCasts(cast.operand());
    }
    return expression instanceof Expression.Column column
        ? Optional.of(column.name())
        : Optional.empty();
  }
}
