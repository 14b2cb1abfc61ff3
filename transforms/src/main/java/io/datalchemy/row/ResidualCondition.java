package io.datalchemy.row;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.evaluation.Evaluator;
import io.datalchemy.expression.evaluation.TruthValue;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A condition in SQL, tested on filled rows as PostgreSQL would. Values become objects here: it is
 * the path of the few columns whose constraints no construction can hold.
 */
record ResidualCondition(Expression expression, Evaluator evaluator) implements RowCondition {

  static ResidualCondition of(String sql, LocalDate asOf, Map<String, ValueType> types) {
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

  Set<String> columns() {
    return expression.columns();
  }

  @Override
  public boolean passes(RowBlock block, int i) {
    return evaluator.test(expression, column -> value(block.column(column), i)) != TruthValue.FALSE;
  }

  /** Whether the condition is true, not unknown, for the {@code i}-th row of some columns. */
  boolean isTrue(Function<String, ColumnVector> columns, int i) {
    return evaluator.test(expression, name -> value(columns.apply(name), i)) == TruthValue.TRUE;
  }

  private static Object value(ColumnVector column, int i) {
    if (column.isNull(i)) {
      return null;
    }
    ValueType type = column.type();
    return switch (type.family()) {
      case BOOLEAN -> column.longAt(i) != 0;
      case INTEGER -> BigDecimal.valueOf(column.longAt(i));
      case DECIMAL -> BigDecimal.valueOf(column.longAt(i), type.decimals());
      case FLOAT -> BigDecimal.valueOf(column.doubleAt(i));
      case DATE -> LocalDate.ofEpochDay(column.longAt(i));
      case TIME -> LocalTime.MIN.plus(column.longAt(i), ChronoUnit.MICROS);
      case TIMESTAMP -> dateTime(column.longAt(i));
      case TIMESTAMPTZ -> dateTime(column.longAt(i)).atOffset(ZoneOffset.UTC);
      default -> column.textAt(i);
    };
  }

  private static LocalDateTime dateTime(long micros) {
    return LocalDate.EPOCH.atStartOfDay().plus(micros, ChronoUnit.MICROS);
  }
}
