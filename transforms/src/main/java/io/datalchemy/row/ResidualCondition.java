package io.datalchemy.row;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.UnsupportedExpressionException;
import io.datalchemy.expression.evaluation.Evaluator;
import io.datalchemy.expression.evaluation.TruthValue;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.generator.expression.CellValue;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A condition in SQL, tested on filled rows as PostgreSQL would. Values become objects here: it is
 * the path of the few columns whose constraints no construction can hold.
 */
public record ResidualCondition(Expression expression, Evaluator evaluator)
    implements RowCondition {

  /**
   * The condition of an SQL text over a table's columns.
   *
   * @throws IllegalArgumentException if the text cannot be read
   */
  public static ResidualCondition of(String sql, LocalDate asOf, Map<String, ValueType> types) {
    ParsedCondition parsed = ExpressionParser.parse(sql);
    if (parsed instanceof ParsedCondition.Parsed condition) {
      return new ResidualCondition(condition.expression(), new Evaluator(asOf, types));
    }
    throw new IllegalArgumentException(
        "condition "
            + sql
            + ": cannot be read: "
            + ((ParsedCondition.Unsupported) parsed).reason());
  }

  /** The columns that it speaks of. */
  public Set<String> columns() {
    return expression.columns();
  }

  @Override
  public boolean passes(RowBlock block, int i) {
    try {
      return evaluate(block, i) != TruthValue.FALSE;
    } catch (UnsupportedExpressionException e) {
      // Tried on a specimen before the run; a value that it fails on is one to draw again.
      return false;
    }
  }

  /** Whether the condition is true, not unknown, for the {@code i}-th row of some columns. */
  boolean isTrue(Function<String, ColumnVector> columns, int i) {
    return evaluator.test(expression, name -> CellValue.of(columns.apply(name), i))
        == TruthValue.TRUE;
  }

  /** What the condition is for the block's {@code i}-th row; unknown where it cannot be told. */
  public TruthValue truth(RowBlock block, int i) {
    try {
      return evaluate(block, i);
    } catch (UnsupportedExpressionException e) {
      return TruthValue.UNKNOWN;
    }
  }

  private TruthValue evaluate(RowBlock block, int i) {
    return evaluator.test(expression, column -> CellValue.of(block.column(column), i));
  }
}
