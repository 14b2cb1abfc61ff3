package io.datalchemy.resolution.key;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import java.util.Optional;
import java.util.Set;

/** The column under {@code lower(…)} or {@code upper(…)} in the expression of an index. */
public final class CaseFolding {
  private static final Set<String> FUNCTIONS = Set.of("lower", "upper");

  private CaseFolding() {}

  static Optional<String> columnOf(String expression) {
    if (ExpressionParser.parse(expression) instanceof ParsedCondition.Parsed parsed
        && parsed.expression() instanceof Expression.Call call
        && FUNCTIONS.contains(call.function())
        && call.arguments().size() == 1) {
      return columnUnderCasts(call.arguments().get(0));
    }
    return Optional.empty();
  }

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
