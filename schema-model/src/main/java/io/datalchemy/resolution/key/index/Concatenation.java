package io.datalchemy.resolution.key.index;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.Expression.Arithmetic;
import io.datalchemy.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns joined by {@code ||} so that the whole gives each back: all but the last are numbers,
 * dates or UUIDs, each followed by a separator that does not begin with a digit.
 */
final class Concatenation {
  private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8");
  private static final Set<String> OF_FIXED_LENGTH = Set.of("uuid", "date");

  private final Table table;

  Concatenation(Table table) {
    this.table = table;
  }

  Optional<KeyPart> read(Expression expression) {
    List<Expression> parts = new ArrayList<>();
    if (!(expression instanceof Arithmetic) || !flatten(expression, parts)) {
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Expression part = parts.get(i);
      Optional<String> column = CastColumn.columnUnderCasts(part);
      boolean isLast = parts.subList(i + 1, parts.size()).stream().allMatch(this::isConstant);
      if (column.isEmpty() && !isConstant(part)) {
        return Optional.empty();
      }
      if (column.isPresent() && !isLast && !isEnded(column.get(), parts.get(i + 1))) {
        return Optional.empty();
      }
      column.ifPresent(columns::add);
    }
    return columns.isEmpty() ? Optional.empty() : Optional.of(KeyPart.of(columns));
  }

  private boolean isConstant(Expression part) {
    return part.columns().isEmpty();
  }

  private boolean isEnded(String column, Expression next) {
    String type = table.column(column).map(c -> c.columnType().udtName()).orElse("");
    Expression inner = next instanceof Expression.Cast cast ? cast.operand() : next;
    boolean isSeparated =
        inner instanceof Expression.Text text
            && !text.value().isEmpty()
            && !Character.isDigit(text.value().charAt(0));
    return OF_FIXED_LENGTH.contains(type) || (NUMBERS.contains(type) && isSeparated);
  }

  private static boolean flatten(Expression expression, List<Expression> parts) {
    if (expression instanceof Arithmetic joined) {
      return joined.operator() == Arithmetic.Operator.CONCAT
          && flatten(joined.left(), parts)
          && flatten(joined.right(), parts);
    }
    boolean isCast =
        expression instanceof Expression.Cast cast && cast.operand() instanceof Arithmetic;
    return isCast ? flatten(expression.children().get(0), parts) : parts.add(expression);
  }
}
