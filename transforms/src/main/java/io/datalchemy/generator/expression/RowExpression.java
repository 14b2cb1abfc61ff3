package io.datalchemy.generator.expression;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.UnsupportedExpressionException;
import io.datalchemy.expression.evaluation.Evaluator;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An SQL expression over input columns, evaluated row by row. */
public record RowExpression(Expression expression, List<String> columns, Evaluator evaluator) {

  /**
   * The expression over columns of these types, in the order of {@link #columns(String)}.
   *
   * @throws IllegalArgumentException if it cannot be read or a part of it cannot be evaluated
   */
  public static RowExpression of(String sql, List<ValueType> inputTypes, LocalDate asOf) {
    Expression expression = parse(sql);
    Optional<String> unsupported = Evaluator.unsupportedPart(expression);
    if (unsupported.isPresent()) {
      throw new IllegalArgumentException("expression: " + sql + ": " + unsupported.get());
    }
    List<String> columns = List.copyOf(expression.columns());
    Map<String, ValueType> types = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      types.put(columns.get(i), inputTypes.get(i));
    }
    return new RowExpression(expression, columns, new Evaluator(asOf, types));
  }

  /** The columns that an expression reads, in order of first appearance. */
  public static List<String> columns(String sql) {
    return List.copyOf(parse(sql).columns());
  }

  private static Expression parse(String sql) {
    if (ExpressionParser.parse(sql) instanceof ParsedCondition.Parsed parsed) {
      return parsed.expression();
    }
    String reason = ((ParsedCondition.Unsupported) ExpressionParser.parse(sql)).reason();
    throw new IllegalArgumentException("expression: " + sql + ": " + reason);
  }

  /** The value in a row; null if it is NULL or PostgreSQL would fail on it. */
  public Object value(Function<Integer, ColumnVector> inputs, int i) {
    try {
      return evaluator.value(
          expression, column -> CellValue.of(inputs.apply(columns.indexOf(column)), i));
    } catch (ArithmeticException | UnsupportedExpressionException e) {
      return null;
    }
  }
}
