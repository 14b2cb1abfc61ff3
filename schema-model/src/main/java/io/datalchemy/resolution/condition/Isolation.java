package io.datalchemy.resolution.condition;

import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Arithmetic;
import io.datalchemy.expression.Expression.Arithmetic.Operator;
import io.datalchemy.expression.Expression.Cast;
import io.datalchemy.expression.Expression.Compare;
import io.datalchemy.expression.Expression.Numeral;
import java.util.Optional;
import java.util.Set;

/**
 * A comparison solved for one of its columns: {@code column operator expression}.
 *
 * @param expression over other columns, or over the column itself where the value is to be one that
 *     a function leaves as it is
 */
public record Isolation(String column, Comparison operator, Expression expression) {
  private static final Set<String> VALUE_KEEPING =
      Set.of("numeric", "bigint", "double precision", "text", "character varying");

  /** The comparison solved for the column, where that is exact. */
  public static Optional<Isolation> of(Compare relation, String column) {
    boolean isLeft = relation.left().columns().contains(column);
    boolean isRight = relation.right().columns().contains(column);
    if (isLeft && isRight) {
      return ofItself(relation, column);
    }
    Expression side = isLeft ? relation.left() : relation.right();
    Expression rest = isLeft ? relation.right() : relation.left();
    Comparison operator = isLeft ? relation.operator() : relation.operator().mirrored();
    return isLeft || isRight ? solve(column, side, operator, rest) : Optional.empty();
  }

  /** Whether the comparison has the column alone on one side. */
  public static boolean isAlone(Compare relation, String column) {
    return isColumn(relation.left(), column) || isColumn(relation.right(), column);
  }

  /** Whether the expression is over the column itself and no other. */
  public boolean isOfItself() {
    return expression.columns().equals(Set.of(column));
  }

  private static Optional<Isolation> ofItself(Compare relation, String column) {
    boolean isEqual = relation.operator() == Comparison.EQUAL;
    Expression other = isColumn(relation.left(), column) ? relation.right() : relation.left();
    return isEqual && isAlone(relation, column) && other.columns().equals(Set.of(column))
        ? Optional.of(new Isolation(column, Comparison.EQUAL, other))
        : Optional.empty();
  }

  private static boolean isColumn(Expression e, String column) {
    return e.equals(new Expression.Column(column))
        || (e instanceof Cast cast
            && VALUE_KEEPING.contains(cast.type())
            && isColumn(cast.operand(), column));
  }

  private static Optional<Isolation> solve(
      String column, Expression side, Comparison operator, Expression rest) {
    if (isColumn(side, column)) {
      return Optional.of(new Isolation(column, operator, rest));
    }
    if (side instanceof Cast cast && VALUE_KEEPING.contains(cast.type())) {
      return solve(column, cast.operand(), operator, rest);
    }
    if (side instanceof Expression.Negate negate) {
      return solve(column, negate.operand(), operator.mirrored(), new Expression.Negate(rest));
    }
    return side instanceof Arithmetic arithmetic
        ? solve(column, arithmetic, operator, rest)
        : Optional.empty();
  }

  private static Optional<Isolation> solve(
      String column, Arithmetic a, Comparison operator, Expression rest) {
    boolean isLeft = a.left().columns().contains(column);
    Expression unknown = isLeft ? a.left() : a.right();
    Expression known = isLeft ? a.right() : a.left();
    if (known.columns().contains(column)) {
      return Optional.empty();
    }
    return switch (a.operator()) {
      case PLUS -> solve(column, unknown, operator, new Arithmetic(rest, Operator.MINUS, known));
      case MINUS ->
          isLeft
              ? solve(column, unknown, operator, new Arithmetic(rest, Operator.PLUS, known))
              : solve(
                  column,
                  unknown,
                  operator.mirrored(),
                  new Arithmetic(known, Operator.MINUS, rest));
      case TIMES ->
          divided(column, unknown, operator, new Arithmetic(rest, Operator.DIVIDE, known));
      default -> Optional.empty();
    };
  }

  /** By a constant only, and not where digits could be lost. */
  private static Optional<Isolation> divided(
      String column, Expression unknown, Comparison operator, Arithmetic quotient) {
    Optional<Numeral> factor = numeral(quotient.right()).filter(n -> n.value().signum() != 0);
    if (factor.isEmpty() || operator == Comparison.EQUAL) {
      return Optional.empty();
    }
    Comparison turned = factor.get().value().signum() < 0 ? operator.mirrored() : operator;
    Expression decimal = new Cast(quotient.left(), "numeric");
    return solve(
        column, unknown, turned, new Arithmetic(decimal, Operator.DIVIDE, quotient.right()));
  }

  private static Optional<Numeral> numeral(Expression e) {
    if (e instanceof Cast cast) {
      return numeral(cast.operand());
    }
    return e instanceof Numeral numeral ? Optional.of(numeral) : Optional.empty();
  }
}
