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
    return truth(block, i) != TruthValue.FALSE;
  }

  /** What the condition is for the block's {@code i}-th row. */
  public TruthValue truth(RowBlock block, int i) {
    return evaluator.test(expression, column -> value(block.column(column), i));
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
